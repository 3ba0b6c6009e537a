import { addDays } from 'c/csFormat';
import type { AccountFilter } from './csAccountFilter';

/** Below this the mean answer is a detractor's. */
const LOW_NPS = 7;

/** After this many days without an NPS answer someone should ask; the list view and the NPS card say the same. */
const SILENT_NPS_DAYS = 180;

/** What an account shows that asks for attention; each is a list view too. */
export type AccountSignal =
  'npsBelow7' | 'noNpsAnswer' | 'lowUsage' | 'usageDown' | 'noUsage' | 'escalatedTickets';

const SIGNALS: Readonly<Record<AccountSignal, { label: string; filter: (today: string) => AccountFilter }>> =
  {
    npsBelow7: { label: 'NPS below 7', filter: () => ({ CS_NPS_Score__c: { lt: LOW_NPS } }) },
    noNpsAnswer: {
      label: 'No answer in 180 days',
      filter: (today) => ({
        or: [
          { CS_NPS_Date__c: { eq: null } },
          { CS_NPS_Date__c: { lt: { value: addDays(today, -SILENT_NPS_DAYS) } } },
        ],
      }),
    },
    lowUsage: { label: 'Low usage', filter: () => ({ CS_Low_Usage__c: { eq: true } }) },
    usageDown: { label: 'Usage down', filter: () => ({ CS_Usage_Down__c: { eq: true } }) },
    escalatedTickets: {
      label: 'Escalated tickets',
      filter: () => ({ CS_Escalated_Tickets__c: { gt: 0 } }),
    },
    noUsage: { label: 'No usage recorded', filter: () => ({ CS_Usage_As_Of__c: { eq: null } }) },
  };

/** The signals to choose from, in the order in which they are offered. */
export const SIGNAL_OPTIONS: { label: string; value: string }[] = Object.entries(SIGNALS).map(
  ([value, { label }]) => ({ label, value }),
);

/** Who shows a signal on the day `today`; a text that is none of them asks for nothing. */
export function showing(signal: string, today: string): AccountFilter | undefined {
  return Object.hasOwn(SIGNALS, signal) ? SIGNALS[signal as AccountSignal].filter(today) : undefined;
}
