import type {
  ClaimedPush,
  Clock,
  OrgReader,
  OrgWriter,
  PushStore,
  SettledPush,
  WriteResult,
} from './ports.ts';

/** The most that Salesforce takes in one collection. */
const COLLECTION_SIZE = 200;
/** From this many records of one object on, Salesforce advises the Bulk API: a handful of calls instead of one each 200. */
export const BULK_FROM = 2_000;
/** Records a bulk job: below the 10,000 that an org works off in one piece, and few enough to hold in memory. */
const BULK_SIZE = 5_000;
/** After this many refusals a write is set aside until its content changes. */
export const MAX_ATTEMPTS = 5;
const FIRST_RETRY_SECONDS = 30;

/** In this order: an account's own fields first, then its children, parents first, then what is counted over accounts. */
const PUSHED_OBJECTS = [
  'Account',
  'CS_Usage_Snapshot__c',
  'Case',
  'CS_NPS_Response__c',
  'CS_NPS_Inbox__c',
  'CS_Health_Score__c',
  'CS_Account_Change__c',
  'CS_Playbook_Run__c',
  'CS_Playbook_Run_Step__c',
  'CS_Alert__c',
  'CS_Workload__c',
  'CS_Account_Snapshot__c',
  'CS_Executive_Snapshot__c',
  'CS_Field_Mapping__c',
  'CS_Companion_Status__c',
] as const;

export interface PushDeps {
  reader: Pick<OrgReader, 'readWritten'>;
  writer: Pick<OrgWriter, 'write'>;
  store: PushStore;
  clock: Clock;
}

export interface PushCounts {
  pushed: number;
  failed: number;
}

/**
 * Writes what is decided on and due. Each write was recorded before it is sent and is marked afterwards, so a crash
 * loses none; one whose outcome a crash left open is first compared with the org, so none is made twice. `only` stops
 * it between collections, or confines it to one account and its children.
 */
export async function pushChanges(
  orgId: string,
  deps: PushDeps,
  only: { signal?: AbortSignal; parentId?: string } = {},
): Promise<PushCounts> {
  const counts = { pushed: 0, failed: 0 };
  const due = await deps.store.countDue(orgId, deps.clock().toISOString(), only.parentId);
  for (const object of PUSHED_OBJECTS) {
    const size = (due.get(object) ?? 0) < BULK_FROM ? COLLECTION_SIZE : BULK_SIZE;
    while (due.has(object) && !only.signal?.aborted) {
      const now = deps.clock().toISOString();
      const claimed = await deps.store.claimPushes(orgId, object, now, size, only.parentId);
      if (claimed.length === 0) break;
      const toSend = await dropWritten(object, claimed, deps.reader);
      const stillHere = () => {
        const keys = claimed.map(({ key }) => key);
        return deps.store.renewPushes(orgId, object, keys, deps.clock().toISOString());
      };
      const results = toSend.length === 0 ? [] : await deps.writer.write(object, toSend, stillHere);
      const settled = settle(claimed, results, deps.clock());
      await deps.store.settlePushes(orgId, object, settled, deps.clock().toISOString());
      counts.pushed += results.filter(({ outcome }) => outcome === 'written').length;
      counts.failed += results.filter(({ outcome }) => outcome === 'refused').length;
    }
  }
  return counts;
}

/** Leaves out the uncertain writes that the org turns out to hold already. */
async function dropWritten(
  object: string,
  claimed: ClaimedPush[],
  reader: PushDeps['reader'],
): Promise<ClaimedPush[]> {
  const uncertain = claimed.filter((push) => push.uncertain).map(({ key }) => key);
  if (uncertain.length === 0) return claimed;
  const present = await reader.readWritten(object, uncertain);
  return claimed.filter((push) => {
    const values = push.uncertain ? present.get(push.key) : undefined;
    return !values || Object.entries(push.fields).some(([field, value]) => value !== (values[field] ?? null));
  });
}

function settle(claimed: ClaimedPush[], results: WriteResult[], now: Date): SettledPush[] {
  const byKey = new Map(results.map((result) => [result.key, result]));
  return claimed.map((push): SettledPush => {
    const { key, hash } = push;
    const result = byKey.get(key);
    if (!result || result.outcome === 'written') return { key, hash, state: 'pushed' };
    if (result.outcome === 'gone') return { key, hash, state: 'gone' };
    if (!result.retry || push.attempts >= MAX_ATTEMPTS)
      return { key, hash, state: 'poison', error: result.error };
    const nextAttemptAt = new Date(
      now.getTime() + FIRST_RETRY_SECONDS * 1000 * 2 ** (push.attempts - 1),
    ).toISOString();
    return { key, hash, state: 'pending', nextAttemptAt, error: result.error };
  });
}
