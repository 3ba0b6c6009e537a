import type { FolderKind } from '../../../reports/catalog/report-catalog.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { definitionOf } from '../../types/source-component.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { ComponentHandler, DeployContext } from '../handler.ts';
import { checkDeveloperName, checkText } from '../names.ts';
import { problemAt } from '../problem.ts';

/** A folder of reports. */
export const reportFolder = folderHandler('Report');
/** A folder of dashboards. */
export const dashboardFolder = folderHandler('Dashboard');

/**
 * Everyone inside the org may view what is in a folder; what the reports show is still each viewer's own. Other
 * shares are refused, since the local org would not hold them.
 */
function folderHandler(kind: FolderKind): ComponentHandler {
  return {
    type: `${kind}Folder`,
    deploy(component, { org }) {
      const folder = definitionOf(component);
      const name = component.fullName;
      const problems = [
        ...(name.includes('/')
          ? [problemAt(folder, `The local org does not model folders inside folders (${name}).`)]
          : checkDeveloperName(name, 'Folder Unique Name')),
        ...checkText(folder, 'name', { maxLength: 80, missing: 'Required field is missing: name' }),
        ...checkAccess(folder),
        ...checkShares(folder),
      ];
      if (problems.length === 0) {
        const access = childText(folder, 'accessType') ?? 'Shared';
        org.reportCatalog.saveFolder(kind, name, childText(folder, 'name') ?? name, access);
      }
      return problems;
    },
    remove(fullName, context) {
      const problems = checkEmpty(kind, fullName, context);
      if (problems.length === 0) context.org.reportCatalog.remove('Folder', fullName, kind);
      return problems;
    },
  };
}

function checkAccess(folder: XmlElement): ComponentProblem[] {
  const access = childText(folder, 'accessType');
  const shares = childrenNamed(folder, 'folderShares');
  if (access === 'Hidden') {
    return [problemAt(childNamed(folder, 'accessType'), 'The local org does not model hidden folders.')];
  }
  if ((access ?? 'Shared') === 'Shared' && shares.length === 0) {
    return [
      problemAt(
        folder,
        'A shared folder without folderShares is seen by nobody but its owner, which the local org does not model',
      ),
    ];
  }
  return [];
}

function checkShares(folder: XmlElement): ComponentProblem[] {
  return childrenNamed(folder, 'folderShares').flatMap((share) => {
    const [type, to, level] = ['sharedToType', 'sharedTo', 'accessLevel'].map((name) =>
      childText(share, name),
    );
    if (type !== 'Organization' || to !== 'AllInternalUsers') {
      return [
        problemAt(
          share,
          `The local org shares folders with all internal users (Organization, AllInternalUsers) only; found ${type} ${to}`,
        ),
      ];
    }
    return level === 'View'
      ? []
      : [problemAt(share, `The local org models the access level View of folders only; found ${level}`)];
  });
}

function checkEmpty(kind: FolderKind, fullName: string, { org }: DeployContext): ComponentProblem[] {
  const inside = org.metadata.list(kind).filter((one) => one.fullName.startsWith(`${fullName}/`));
  return inside.length === 0
    ? []
    : [{ message: `The folder ${fullName} still holds ${inside.map((one) => one.fullName).join(', ')}` }];
}
