import type { ComponentProblem } from '../types/component-problem.ts';
import type { DeployContext } from './handler.ts';

/** Types whose files speak of fields and objects by name. */
const REFERRING_TYPES = [
  'LightningComponentBundle',
  'FlexiPage',
  'Layout',
  'ListView',
  'CompactLayout',
  'QuickAction',
];

/**
 * Refuses to delete what pages, lists or components of the org still name, as an org does.
 *
 * @param name the word their files would hold: `CS_ARR__c`
 */
export function checkNotReferenced(
  fullName: string,
  name: string,
  { org }: Pick<DeployContext, 'org'>,
): ComponentProblem[] {
  const word = new RegExp(`\\b${name}\\b`);
  const users = REFERRING_TYPES.flatMap((type) =>
    org.metadata
      .list(type)
      .filter(({ files }) => Object.values(files).some((text) => word.test(text)))
      .map((user) => `${type} ${user.fullName}`),
  );
  if (users.length === 0) return [];
  return [{ message: `${fullName} is referenced elsewhere in salesforce.com: ${users.join(', ')}` }];
}
