import { addDays, daysBetween, monthEnd, monthStart } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { buildFeatures } from './build-features.ts';
import { demoKey } from './demo-key.ts';
import type { Tale } from './types.ts';

/** What one active user does in a day of a business product; round numbers, good enough to look at. */
const LOGINS_PER_USER_AND_DAY = 14 / 30;
const API_CALLS_PER_LOGIN = 22;
/** As far back as the companion reads usage, it comes by the week; before that by the month. */
const WEEKS = 30;
const WEEKS_PER_MONTH = 52 / 12;
const MONTHS_BY_WEEK = Math.floor(WEEKS / WEEKS_PER_MONTH);

interface Period {
  key: string;
  start: string;
  days: number;
  /** Share of the seats that was active. */
  share: number;
}

/** A year of usage, the oldest first: months, and the last 30 weeks week by week, each ended before `today`. */
export function buildUsageSnapshots(tale: Tale): RecordFields[] {
  const { account, vary } = tale;
  return [...listMonths(tale), ...listWeeks(tale)].map(({ key, start, days, share }) => {
    const active = Math.max(0, Math.round(account.seats * (share + vary.points() / 100)));
    const logins = Math.round(active * days * LOGINS_PER_USER_AND_DAY);
    const features = buildFeatures(share, logins, account.key);
    return {
      CS_Key__c: demoKey(account.key, 'usage', key),
      CS_Period_Start__c: start,
      CS_Period_Days__c: days,
      CS_Active_Users__c: active,
      CS_Licensed_Seats__c: account.seats,
      CS_Logins__c: logins,
      CS_API_Calls__c: logins * API_CALLS_PER_LOGIN,
      CS_Features_Used__c: Object.keys(features).length,
      CS_Features__c: JSON.stringify(features),
    };
  });
}

function listMonths({ today, story }: Tale): Period[] {
  return story.usage.slice(0, -MONTHS_BY_WEEK - 1).flatMap((share, index) => {
    const monthsAgo = story.usage.length - index;
    const start = monthStart(today, monthsAgo);
    const days = daysBetween(start, monthEnd(start)) + 1;
    return share === null ? [] : [{ key: String(monthsAgo), start, days, share }];
  });
}

function listWeeks({ today, story }: Tale): Period[] {
  return Array.from({ length: WEEKS }, (_, index) => WEEKS - index).flatMap((weeksAgo) => {
    const share = story.usage.at(-1 - Math.floor((weeksAgo - 1) / WEEKS_PER_MONTH)) ?? null;
    const start = addDays(today, -7 * weeksAgo);
    return share === null ? [] : [{ key: `week-${weeksAgo}`, start, days: 7, share }];
  });
}
