import { addDays, daysBetween, type CalendarDay } from '../dates/calendar-day.ts';
import { seededRandom } from '../demo/seeded-random.ts';
import type { Tier } from '../demo/types.ts';
import type { RecordFields } from '../org-client/org-client.ts';

/** What the past of one account is told by. */
export interface BookEntry {
  readonly key: string;
  readonly tier: Tier;
  readonly arr: number;
  /** Null where no date is agreed. */
  readonly renewalDate: CalendarDay | null;
  /** The first day it was at risk; null when it never was. */
  readonly atRiskFrom: CalendarDay | null;
}

/** Twelve weeks before today: as far back as the Workload page looks. */
export const HISTORY_DAYS = 84;
const RENEWAL_DAYS = 90;
/** One account in six came to its CSM within those weeks, so that a book grows as in life. */
const SHARE_OF_NEWCOMERS = 1 / 6;
/** How often an account's touch, and a task on it, is overdue on a day of the past. */
const SHARE_OF_OVERDUE_TOUCHES = 0.22;
const SHARE_OF_OVERDUE_TASKS = 0.15;
/** How long such a state lasts before it is drawn anew. */
const SPELL_DAYS = 9;

/** Days between touches, and the hours of the companion's starter weights (docs/metrics.md, Workload). */
const CADENCE_DAYS: Readonly<Record<Tier, number>> = { Strategic: 14, Enterprise: 30, Growth: 45, Scale: 90 };
const HOURS = { touch: 1, atRisk: 4, renewal: 3, overdueTouch: 0.5, overdueTask: 0.5 };

/**
 * The workload of one CSM on each of the days before `today`, as `CS_Workload__c`: what a companion would have written
 * that had been there all the while. Today's is the companion's own to write.
 */
export function buildWorkloadHistory(
  csmId: string,
  book: readonly BookEntry[],
  today: CalendarDay,
): RecordFields[] {
  const lives = book.map((entry) => livesOf(entry, today));
  return Array.from({ length: HISTORY_DAYS }, (_, index) => {
    const day = addDays(today, index - HISTORY_DAYS);
    return {
      CS_Key__c: `${csmId}:${day}`,
      CS_CSM__c: csmId,
      CS_As_Of__c: day,
      ...addUp(lives.flatMap((life) => life(index, day) ?? [])),
    };
  });
}

interface AccountDay {
  readonly arr: number;
  readonly atRisk: boolean;
  readonly renews: boolean;
  readonly touchOverdue: boolean;
  readonly taskOverdue: boolean;
  readonly tenths: number;
}

/** An account day by day; null before it came to the CSM. */
function livesOf(
  entry: BookEntry,
  today: CalendarDay,
): (index: number, day: CalendarDay) => AccountDay | null {
  const random = seededRandom(`workload ${entry.key}`);
  const since = random() < SHARE_OF_NEWCOMERS ? Math.floor(random() * HISTORY_DAYS) : 0;
  const shift = Math.floor(random() * SPELL_DAYS);
  const spells = Array.from({ length: Math.ceil(HISTORY_DAYS / SPELL_DAYS) + 1 }, () => ({
    touchOverdue: random() < SHARE_OF_OVERDUE_TOUCHES,
    taskOverdue: random() < SHARE_OF_OVERDUE_TASKS,
  }));
  const daysToRenewal = entry.renewalDate === null ? -Infinity : daysBetween(today, entry.renewalDate);
  return (index, day) => {
    if (index < since) return null;
    const { touchOverdue, taskOverdue } = spells[Math.floor((index + shift) / SPELL_DAYS)]!;
    const toRenewal = daysToRenewal + HISTORY_DAYS - index;
    const renews = toRenewal >= 0 && toRenewal <= RENEWAL_DAYS;
    const atRisk = entry.atRiskFrom !== null && entry.atRiskFrom <= day;
    const hours =
      (30 / CADENCE_DAYS[entry.tier]) * HOURS.touch +
      (atRisk ? HOURS.atRisk : 0) +
      (renews ? HOURS.renewal : 0) +
      (touchOverdue ? HOURS.overdueTouch : 0) +
      (taskOverdue ? HOURS.overdueTask : 0);
    return { arr: entry.arr, atRisk, renews, touchOverdue, taskOverdue, tenths: Math.round(10 * hours) };
  };
}

function addUp(accounts: readonly AccountDay[]): RecordFields {
  const count = (holds: (account: AccountDay) => boolean): number => accounts.filter(holds).length;
  return {
    CS_Accounts__c: accounts.length,
    CS_At_Risk__c: count(({ atRisk }) => atRisk),
    CS_Overdue_Tasks__c: count(({ taskOverdue }) => taskOverdue),
    CS_Overdue_Touches__c: count(({ touchOverdue }) => touchOverdue),
    CS_Renewals_90d__c: count(({ renews }) => renews),
    CS_ARR__c: accounts.reduce((sum, { arr }) => sum + arr, 0),
    CS_Effort__c: accounts.reduce((sum, { tenths }) => sum + tenths, 0) / 10,
  };
}
