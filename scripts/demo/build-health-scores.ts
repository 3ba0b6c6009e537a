import { addDays } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { demoKey } from './demo-key.ts';
import type { Tale } from './types.ts';

const DAYS_A_MONTH = 30;
const DAYS_A_WEEK = 7;
/** The newest score lies some days back: today's is the companion's to record. */
const NEWEST_DAYS_AGO = 2;
/** Points by which the scores of the weeks between two months stray from the straight line, the newest first. */
const WEEKLY_STRAY = [1, -1, 0];

/**
 * A year of health. Where the story has a score for a month, that score, set by hand when it has a comment; and where
 * it has one for the month before as well, the companion's weekly ones in between.
 */
export function buildHealthScores({ today, account, story, vary }: Tale): RecordFields[] {
  return story.health.flatMap((health, index) => {
    const monthsAgo = story.health.length - 1 - index;
    const daysAgo = monthsAgo * DAYS_A_MONTH + NEWEST_DAYS_AGO + vary.earlierDays();
    const points = vary.points();
    if (health === null) {
      return [];
    }
    const score = (
      value: number,
      days: number,
      key: readonly (string | number)[],
      comment: string | null,
    ) => ({
      CS_Key__c: demoKey(account.key, 'health', ...key),
      CS_Score__c: Math.min(100, Math.max(0, Math.round(value))),
      CS_Scored_On__c: addDays(today, -days),
      CS_Source__c: comment === null ? 'Calculated' : 'Manual',
      CS_Comment__c: comment,
    });
    const before = story.health[index - 1] ?? null;
    const weekly = before === null ? [] : WEEKLY_STRAY;
    return [
      score(health + points, daysAgo, [monthsAgo], story.healthComments?.[monthsAgo] ?? null),
      ...weekly.map((stray, week) => {
        const daysBefore = (week + 1) * DAYS_A_WEEK;
        const way = daysBefore / DAYS_A_MONTH;
        const value = health + points + way * ((before ?? health) - health) + stray;
        return score(value, daysAgo + daysBefore, [monthsAgo, week + 1], null);
      }),
    ];
  });
}
