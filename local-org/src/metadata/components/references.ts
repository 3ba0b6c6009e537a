import type { ComponentProblem } from '../types/component-problem.ts';
import type { DeployContext } from './handler.ts';

/** Types whose files speak of other components by name. */
const REFERRING_TYPES = [
  ...['LightningComponentBundle', 'FlexiPage', 'Layout', 'ListView', 'CompactLayout', 'QuickAction'],
  ...['CustomTab', 'CustomApplication', 'ReportType', 'Report', 'Dashboard'],
];

/**
 * Refuses to delete what pages, lists or components of the org still name, as an org does. What the same manifest
 * deletes is no hindrance.
 *
 * @param subject what is to be deleted; its own files do not count
 * @param words what the files of others would hold: `CS_ARR__c`, or `csRisk` and `c-cs-risk`; regular expressions
 * @param referringTypes the types whose files could name it
 */
export function checkNotReferenced(
  subject: { type: string; fullName: string },
  words: readonly string[],
  { org, isLeaving }: Pick<DeployContext, 'org' | 'isLeaving'>,
  referringTypes: readonly string[] = REFERRING_TYPES,
): ComponentProblem[] {
  const anyWord = new RegExp(`(?<![\\w-])(?:${words.join('|')})(?![\\w-])`);
  const users = referringTypes.flatMap((type) =>
    org.metadata
      .list(type)
      .filter(({ fullName }) => type !== subject.type || fullName !== subject.fullName)
      .filter(({ fullName }) => !isLeaving(type, fullName))
      .filter(({ files }) => Object.values(files).some((text) => anyWord.test(text)))
      .map(({ fullName }) => `${type} ${fullName}`),
  );
  if (users.length === 0) return [];
  return [{ message: `${subject.fullName} is referenced elsewhere in salesforce.com: ${users.join(', ')}` }];
}
