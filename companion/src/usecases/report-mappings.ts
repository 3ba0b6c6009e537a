import type { CheckedMapping } from './field-plan.ts';
import { shortHash } from './hash.ts';
import type { MirrorProblem, PushIntent, SyncStore } from './ports.ts';

export interface MappingReport {
  state: 'Read' | 'Warning' | 'Refused';
  message: string;
}

/**
 * Tells the org what became of its mappings, where that is news, through the outbox as everything else. Returns how
 * many own values cannot be read.
 */
export async function reportMappings(
  orgId: string,
  store: Pick<SyncStore, 'mirrorProblems' | 'keepPushes'>,
  records: CheckedMapping[],
  at: string,
): Promise<number> {
  if (records.length === 0) return 0;
  const problems = await store.mirrorProblems(orgId);
  const pushes = records.flatMap((checked): PushIntent[] => {
    const { recordId, mapping, state, message } = checked.record;
    const said = tellMapping(
      checked,
      problems.find(({ target }) => target === mapping.target),
    );
    if (said.state === state && said.message === message) return [];
    const fields = { CS_State__c: said.state, CS_Message__c: said.message, CS_Checked_On__c: at };
    const push = { object: 'CS_Field_Mapping__c', key: recordId, parentId: recordId, fields };
    return [{ ...push, hash: shortHash(fields) }];
  });
  await store.keepPushes(orgId, pushes, at);
  return problems.reduce((sum, { accounts }) => sum + accounts, 0);
}

/** How it stands with a mapping, in words that a person can act on. */
export function tellMapping(
  { check }: Pick<CheckedMapping, 'check'>,
  problem?: MirrorProblem,
): MappingReport {
  if (check.ready === null) return { state: 'Refused', message: check.refusals.join(' ') };
  const unread = problem ? [tellProblem(problem)] : [];
  const remarks = [...unread, ...check.warnings];
  if (remarks.length > 0) return { state: 'Warning', message: remarks.join(' ') };
  return { state: 'Read', message: `${check.ready.source} is read and mirrored.` };
}

function tellProblem({ accounts, example: { name, problem }, target }: MirrorProblem): string {
  return accounts === 1
    ? `One account keeps its ${target}: ${name}, whose ${problem}.`
    : `${accounts} accounts keep their ${target}, such as ${name}, whose ${problem}.`;
}
