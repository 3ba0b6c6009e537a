import { addDays } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { demoKey } from './demo-key.ts';
import type { Tale } from './types.ts';

/** The support cases of the story; `CreatedDate` is sent only where the org allows it to be set. */
export function buildCases({ today, account, story, vary }: Tale): RecordFields[] {
  return story.cases.map((found, index) => {
    const shift = vary.earlierDays();
    const closed = found.closedDaysAgo !== undefined;
    return {
      CS_External_Key__c: demoKey(account.key, 'case', index),
      Subject: found.subject,
      Priority: found.priority,
      Status: closed ? 'Closed' : found.escalated ? 'Escalated' : 'Working',
      Origin: 'Email',
      IsEscalated: found.escalated ?? false,
      CreatedDate: `${addDays(today, -found.openedDaysAgo - shift)}T08:30:00.000Z`,
      ...(found.closedDaysAgo === undefined
        ? {}
        : { ClosedDate: `${addDays(today, -found.closedDaysAgo - shift)}T16:00:00.000Z` }),
    };
  });
}
