import { daysBetween, monthEnd, monthStart } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { demoKey } from './demo-key.ts';
import type { Tale } from './types.ts';

/** What one active user does in a month of a business product; round numbers, good enough to look at. */
const LOGINS_PER_USER = 14;
const API_CALLS_PER_LOGIN = 22;
const FEATURES_OF_THE_PRODUCT = 40;

/** A year of usage by calendar month, the last one being the month that ended before `today`. */
export function buildUsageSnapshots({ today, account, story, vary }: Tale): RecordFields[] {
  return story.usage.flatMap((share, index) => {
    const monthsAgo = story.usage.length - index;
    const points = vary.points();
    if (share === null) {
      return [];
    }
    const start = monthStart(today, monthsAgo);
    const active = Math.max(0, Math.round(account.seats * (share + points / 100)));
    const logins = active * LOGINS_PER_USER;
    return {
      CS_Key__c: demoKey(account.key, 'usage', monthsAgo),
      CS_Period_Start__c: start,
      CS_Period_Days__c: daysBetween(start, monthEnd(start)) + 1,
      CS_Active_Users__c: active,
      CS_Licensed_Seats__c: account.seats,
      CS_Logins__c: logins,
      CS_API_Calls__c: logins * API_CALLS_PER_LOGIN,
      CS_Features_Used__c: Math.min(FEATURES_OF_THE_PRODUCT, Math.ceil(FEATURES_OF_THE_PRODUCT * share)),
    };
  });
}
