import type { CalendarDay } from '../dates/calendar-day.ts';
import type { OrgClient } from '../org-client/org-client.ts';
import { syncRecords } from '../org-client/sync-records.ts';
import { buildWorkloadHistory, type BookEntry } from './build-workload-history.ts';

/**
 * Loads the workload of the days before today for each CSM. Days that are there stay as they are: the companion may
 * have written them.
 *
 * @returns how many days there are now, of all CSMs together
 */
export async function loadWorkloadHistory(
  org: OrgClient,
  books: ReadonlyMap<string, readonly BookEntry[]>,
  today: CalendarDay,
): Promise<number> {
  const { ids } = await syncRecords(org, {
    object: 'CS_Workload__c',
    identity: ['CS_Key__c'],
    keepExisting: true,
    records: [...books].flatMap(([csmId, book]) => buildWorkloadHistory(csmId, book, today)),
  });
  return ids.length;
}
