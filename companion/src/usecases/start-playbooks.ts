import { addDays, type IsoDate } from '../domain/dates.ts';
import { decideStarts, type PlaybookStart } from '../domain/playbook-starts.ts';
import { shortHash } from './hash.ts';
import type { OrgReader, PushIntent, SyncStore } from './ports.ts';

/**
 * Decides on a run, with its steps, of every playbook that starts by itself and whose occasion has come. The writes go
 * through the ledger, run before steps, so that a crash between them is made good by the next push.
 *
 * @returns how many runs were decided on
 */
export async function startPlaybooks(
  orgId: string,
  { reader, store }: { reader: Pick<OrgReader, 'readPlaybooks'>; store: Pick<SyncStore, 'keepPushes'> },
  { asOf, at }: { asOf: IsoDate; at: string },
  only: Parameters<OrgReader['readPlaybooks']>[0] = null,
): Promise<number> {
  const { rules, accounts, runs } = await reader.readPlaybooks(only);
  const starts = decideStarts(rules, accounts, runs, asOf);
  await store.keepPushes(
    orgId,
    starts.flatMap((start) => toPushes(start, asOf)),
    at,
  );
  return starts.length;
}

function toPushes({ key, accountId, assigneeId, rule, cause }: PlaybookStart, asOf: IsoDate): PushIntent[] {
  const run = {
    Name: rule.name,
    CS_Playbook__c: rule.playbookId,
    CS_Playbook_Version__c: rule.version,
    CS_Status__c: 'Active',
    CS_Started_On__c: asOf,
    CS_Assigned_To__c: assigneeId,
    CS_Reason__c: `Started because ${cause.because}.`,
  };
  const steps = rule.steps.map((step, index): PushIntent => {
    const stepKey = `${key}:${index + 1}`;
    const fields = {
      Name: step.name,
      CS_Order__c: index + 1,
      CS_Instructions__c: step.instructions,
      CS_Action__c: step.action,
      CS_Status__c: 'Open',
      CS_Due_On__c: addDays(asOf, step.dueInDays),
      CS_Assigned_To__c: assigneeId,
    };
    return {
      object: 'CS_Playbook_Run_Step__c',
      key: stepKey,
      parentId: accountId,
      fields,
      hash: onceFor(stepKey),
    };
  });
  return [
    { object: 'CS_Playbook_Run__c', key, parentId: accountId, fields: run, hash: onceFor(key) },
    ...steps,
  ];
}

/** The ledger takes a write with a known hash for no news: over the key alone, a run is written once and for all. */
const onceFor = (key: string) => shortHash({ key });
