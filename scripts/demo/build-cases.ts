import { addDays } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { demoKey } from './demo-key.ts';
import type { Story, Tale } from './types.ts';

/** The help desk that the tickets came from; it leads nowhere (RFC 2606). */
const HELP_DESK = 'https://desk.example/tickets';
/** Who is no detractor is content with her tickets; of three tickets two are rated. */
const CONTENT_FROM = 7;
const RATED_OF_THREE = 2;

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
      CS_Opened_On__c: addDays(today, -found.openedDaysAgo - shift),
      CS_Ticket_URL__c: `${HELP_DESK}/${account.key}-${index + 1}`,
      CS_Satisfaction__c: closed ? ratingOf(story, index) : null,
      CreatedDate: `${addDays(today, -found.openedDaysAgo - shift)}T08:30:00.000Z`,
      ...(found.closedDaysAgo === undefined
        ? {}
        : { ClosedDate: `${addDays(today, -found.closedDaysAgo - shift)}T16:00:00.000Z` }),
    };
  });
}

function ratingOf({ nps }: Story, index: number): 'Good' | 'Bad' | null {
  if (index % 3 >= RATED_OF_THREE) return null;
  return (nps?.score ?? CONTENT_FROM) >= CONTENT_FROM ? 'Good' : 'Bad';
}
