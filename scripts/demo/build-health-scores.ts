import { addDays } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { demoKey } from './demo-key.ts';
import type { Tale } from './types.ts';

const DAYS_A_MONTH = 30;
/** The newest score lies some days back: today's is the companion's to record. */
const NEWEST_DAYS_AGO = 2;

/** A year of health, a score a month where the story has one; with a comment it was set by hand. */
export function buildHealthScores({ today, account, story, vary }: Tale): RecordFields[] {
  return story.health.flatMap((health, index) => {
    const monthsAgo = story.health.length - 1 - index;
    const daysAgo = monthsAgo * DAYS_A_MONTH + NEWEST_DAYS_AGO + vary.earlierDays();
    const points = vary.points();
    if (health === null) {
      return [];
    }
    const comment = story.healthComments?.[monthsAgo] ?? null;
    return {
      CS_Key__c: demoKey(account.key, 'health', monthsAgo),
      CS_Score__c: Math.min(100, Math.max(0, health + points)),
      CS_Scored_On__c: addDays(today, -daysAgo),
      CS_Source__c: comment === null ? 'Calculated' : 'Manual',
      CS_Comment__c: comment,
    };
  });
}
