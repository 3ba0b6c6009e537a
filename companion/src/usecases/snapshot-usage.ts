import type { IsoDate } from '../domain/dates.ts';
import type { DayTotals } from '../domain/roll-up-week.ts';
import { shortHash } from './hash.ts';
import type { PushIntent } from './ports.ts';

/** The most that the fields of a snapshot hold. */
const MAX = { users: 999_999_999, logins: 999_999_999_999, apiCalls: 999_999_999_999_999, features: 999_999 };
const MAX_FEATURES_LENGTH = 32_768;

/** A period of usage as the org is given it. */
export interface UsagePeriod extends DayTotals {
  accountId: string;
  start: IsoDate;
  days: number;
  licensedSeats: number | null;
}

/** Decides on a `CS_Usage_Snapshot__c`; `key` tells it from the account's others. */
export function decideSnapshot(key: string, period: UsagePeriod): PushIntent {
  const { accountId, start, days, activeUsers, licensedSeats, logins, apiCalls, features } = period;
  const fields = {
    CS_Period_Start__c: start,
    CS_Period_Days__c: days,
    CS_Active_Users__c: capped(activeUsers, MAX.users),
    CS_Licensed_Seats__c: capped(licensedSeats, MAX.users),
    CS_Logins__c: capped(logins, MAX.logins),
    CS_API_Calls__c: capped(apiCalls, MAX.apiCalls),
    CS_Features_Used__c: features === null ? null : Math.min(MAX.features, usedIn(features).length),
    CS_Features__c: features === null ? null : writeFeatures(features),
  };
  const object = 'CS_Usage_Snapshot__c';
  return { object, key: `${accountId}:${key}`, parentId: accountId, fields, hash: shortHash(fields) };
}

/** The features as JSON, the most used first: where they do not fit, those used least are left out. */
export function writeFeatures(features: Record<string, number>): string {
  const parts: string[] = [];
  let length = '{}'.length;
  for (const [name, uses] of usedIn(features)) {
    const part = `${JSON.stringify(name)}:${uses}`;
    length += part.length + 1;
    if (length > MAX_FEATURES_LENGTH) break;
    parts.push(part);
  }
  return `{${parts.join(',')}}`;
}

function usedIn(features: Record<string, number>): [string, number][] {
  return Object.entries(features)
    .filter(([, uses]) => uses > 0)
    .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1));
}

const capped = (value: number | null, most: number) => (value === null ? null : Math.min(value, most));
