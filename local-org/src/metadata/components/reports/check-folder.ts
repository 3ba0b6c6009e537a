import type { FolderKind } from '../../../reports/catalog/report-catalog.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import type { DeployContext } from '../handler.ts';

/** Checks that a report or dashboard lies in one folder that is there. */
export function checkFolder(
  fullName: string,
  kind: FolderKind,
  { isDeployed }: DeployContext,
): ComponentProblem[] {
  const [folder = '', , ...deeper] = fullName.split('/');
  if (deeper.length > 0)
    return [{ message: `The local org does not model folders inside folders (${fullName}).` }];
  if (isDeployed(`${kind}Folder`, folder)) return [];
  return [{ message: `Cannot find folder: ${folder}` }];
}
