import { dayOf, type CalendarDay } from '../dates/calendar-day.ts';
import { loadPersonas, loadUsers } from '../demo/load-personas.ts';
import { CSMS } from '../demo/personas.ts';
import { bulkSync, type BulkSyncRequest } from '../org-client/bulk-sync.ts';
import { connectOrg } from '../org-client/connect-org.ts';
import type { OrgAccess } from '../org-client/org-access.ts';
import type { OrgClient, RecordFields } from '../org-client/org-client.ts';
import { CommandError } from '../process/command-error.ts';
import { loadWorkloadHistory } from '../workload/load-workload-history.ts';
import { generateAccount, KEY_PREFIX, type GeneratedAccount } from './generate-account.ts';
import { generatedCsms } from './generated-csms.ts';
import { loadTasks } from './load-tasks.ts';

/**
 * Loads as many made-up accounts as are wanted, with usage, cases and activities, through the Bulk API, and makes the
 * CSMs who share them. A second run changes what the first one made and adds nothing. Wants an org with `force-app`
 * deployed and an administrator's token.
 *
 * @throws CommandError that names the first record that the org refuses, and its reason
 */
export async function loadGenerated(
  access: OrgAccess,
  count: number,
  progress: (text: string) => void,
  today: CalendarDay = dayOf(new Date()),
): Promise<void> {
  await loadGeneratedRecords(connectOrg(access), count, progress, today);
}

/** The same, on an org that is open already. */
export async function loadGeneratedRecords(
  org: OrgClient,
  count: number,
  progress: (text: string) => void,
  today: CalendarDay,
): Promise<void> {
  const personas = await loadPersonas(org, progress);
  const csmIds = [...CSMS.map(({ key }) => personas[key]), ...(await loadUsers(org, generatedCsms()))];
  const accounts = Array.from({ length: count }, (_, index) => generateAccount(index, csmIds, today));

  await load(org, 'Accounts', progress, {
    object: 'Account',
    keyField: 'CS_External_Key__c',
    records: accounts.map(({ fields }) => fields),
  });
  await load(org, 'Usage snapshots', progress, {
    object: 'CS_Usage_Snapshot__c',
    keyField: 'CS_Key__c',
    createOnly: ['CS_Account__r.CS_External_Key__c'],
    records: accounts.flatMap(({ usage }) => usage),
  });
  await load(org, 'Cases', progress, {
    object: 'Case',
    keyField: 'CS_External_Key__c',
    records: accounts.flatMap(({ cases }) => cases),
  });
  await loadTasks(org, accounts, (done) => progress(`Tasks: ${done.toLocaleString('en-US')}`));
  await loadWorkloadHistory(org, booksOf(accounts), today);
  progress(`${count.toLocaleString('en-US')} accounts of ${csmIds.length} CSMs`);
}

function booksOf(accounts: readonly GeneratedAccount[]) {
  const kept = accounts.flatMap(({ csmId, book }) => (book ? [{ csmId, book }] : []));
  const books = Map.groupBy(kept, ({ csmId }) => csmId);
  return new Map([...books].map(([csmId, own]) => [csmId, own.map(({ book }) => book)]));
}

type Wanted = Pick<BulkSyncRequest<null>, 'object' | 'keyField' | 'createOnly'> & {
  records: readonly RecordFields[];
};

function load(
  org: OrgClient,
  label: string,
  progress: (text: string) => void,
  { records, ...wanted }: Wanted,
): Promise<unknown> {
  return bulkSync<null>(org, {
    ...wanted,
    keyPrefix: KEY_PREFIX,
    records: records.map((fields) => ({ source: null, fields })),
    onProgress: (done) => progress(`${label}: ${done.toLocaleString('en-US')}`),
    onRefused: (_source, fields, reason) => {
      throw new CommandError(
        `The org refused ${wanted.object} (${wanted.keyField} ${String(fields[wanted.keyField])}): ${reason}`,
      );
    },
  });
}
