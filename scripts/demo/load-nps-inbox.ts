import type { OrgClient } from '../org-client/org-client.ts';
import { syncRecords } from '../org-client/sync-records.ts';
import { DEMO_ACCOUNTS } from './accounts.ts';
import type { InboxRecord } from './build-nps-inbox.ts';

/**
 * Loads the answers that matched no account. What a person decided of one stays: its status is not loaded.
 *
 * @param accountIds by key of the demo
 * @returns how many there are
 */
export async function loadNpsInbox(
  org: OrgClient,
  records: readonly InboxRecord[],
  accountIds: ReadonlyMap<string, string>,
): Promise<number> {
  const names = new Map(DEMO_ACCOUNTS.map(({ key, name }) => [key, name]));
  const { ids } = await syncRecords(org, {
    object: 'CS_NPS_Inbox__c',
    identity: ['CS_Key__c'],
    records: records.map(({ fields, suggestions }) => ({
      ...fields,
      CS_Suggestions__c: JSON.stringify(
        suggestions.map(({ account, why }) => ({
          accountId: accountIds.get(account)!,
          name: names.get(account)!,
          why,
        })),
      ),
    })),
  });
  return ids.length;
}
