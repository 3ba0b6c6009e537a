import { addDays } from 'c/csFormat';
import type { UsagePeriod } from 'c/csAccountStory';

/** A week of usage as the story of an account has it. */
export function weekOf(
  start: string,
  activeUsers: number | null,
  more: Partial<UsagePeriod> = {},
): UsagePeriod {
  const none = { logins: null, apiCalls: null, featuresUsed: null, features: null };
  return { id: start, start, days: 7, activeUsers, seats: 100, ...none, ...more };
}

/** Weeks one after the other, the last one ending on the day before `today`. */
export function weeksUpTo(today: string, users: number[]): UsagePeriod[] {
  return users.map((value, index) => weekOf(addDays(today, -7 * (users.length - index)), value));
}

/** A period as GraphQL answers it. */
export function usageNode(period: UsagePeriod): object {
  return {
    Id: period.id,
    CS_Period_Start__c: { value: period.start },
    CS_Period_Days__c: { value: period.days },
    CS_Active_Users__c: { value: period.activeUsers },
    CS_Licensed_Seats__c: { value: period.seats },
    CS_Logins__c: { value: period.logins },
    CS_Features__c: { value: period.features ? JSON.stringify(period.features) : null },
  };
}
