import { addDays, monthStart } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { demoKey } from './demo-key.ts';
import { arrOn, renewalKnownOn } from './revenue-story.ts';
import type { Tale } from './types.ts';

/** A year back, and one month more, so that there is a year ago for each day of this month. */
const MONTHS = 13;
/** Health below which an account of the demo counted as at risk, and to be watched, in the past. */
const AT_RISK_BELOW = 50;
const WATCH_BELOW = 70;

/** How the account stood on the first of each month before this one; today's is the companion's to record. */
export function buildAccountSnapshots(tale: Tale): RecordFields[] {
  const { today, account, story } = tale;
  return Array.from({ length: MONTHS }, (_, index) => {
    const monthsAgo = index + 1;
    const day = monthStart(today, monthsAgo);
    const arr = arrOn(tale, day);
    const arrYearAgo = arrOn(tale, addDays(day, -365));
    const health = story.health.at(-1 - monthsAgo) ?? null;
    return {
      CS_Key__c: demoKey(account.key, 'snapshot', monthsAgo),
      CS_As_Of__c: day,
      CS_ARR__c: arr,
      CS_ARR_Year_Ago__c: arrYearAgo,
      CS_Retained_ARR__c: Math.min(arr, arrYearAgo),
      CS_Status__c: arr === 0 ? 'Churned' : 'Active',
      CS_Tier__c: account.tier,
      CS_Industry__c: account.industry,
      CS_Region__c: account.country,
      CS_Health__c: health,
      CS_Risk_Band__c: bandOf(health),
      CS_Renewal_Date__c: renewalKnownOn(tale, day),
    };
  }).filter(({ CS_ARR__c, CS_ARR_Year_Ago__c }) => CS_ARR__c > 0 || CS_ARR_Year_Ago__c > 0);
}

function bandOf(health: number | null): string | null {
  if (health === null) return null;
  if (health < AT_RISK_BELOW) return 'At Risk';
  return health < WATCH_BELOW ? 'Watch' : 'Healthy';
}
