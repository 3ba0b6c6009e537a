import { addDays } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { demoKey } from './demo-key.ts';
import type { Tale, Tier } from './types.ts';
import { planDays } from './variation.ts';

/** Days allowed between touchpoints: the more a customer pays, the closer the contact. */
const CADENCE_DAYS: Readonly<Record<Tier, number>> = { Strategic: 14, Enterprise: 30, Growth: 45, Scale: 90 };

/** The fields of the account itself; what the companion works out is left to the companion. */
export function buildAccount({ today, account, story, vary }: Tale): RecordFields {
  const { nextTouchInDays, nps } = story;
  return {
    Name: account.name,
    Type: story.status === 'Churned' ? 'Other' : 'Customer - Direct',
    Phone: fictionalPhone(account.key),
    Industry: account.industry,
    BillingCountry: account.country,
    Website: `https://www.${account.key}.example`,
    CS_External_Key__c: demoKey(account.key),
    CS_Status__c: story.status,
    CS_Tier__c: account.tier,
    CS_ARR__c: story.status === 'Churned' ? 0 : account.arr,
    CS_Renewal_Date__c: account.renewalInDays === null ? null : addDays(today, account.renewalInDays),
    CS_Cadence_Days__c: CADENCE_DAYS[account.tier],
    CS_Next_Scheduled__c: nextTouchInDays === null ? null : addDays(today, planDays(nextTouchInDays, vary)),
    CS_NPS_Score__c: nps?.score ?? null,
    CS_NPS_Date__c: nps ? addDays(today, -nps.daysAgo - vary.earlierDays()) : null,
    CS_Tags__c: story.tags.length > 0 ? story.tags.join(';') : null,
  };
}

/** A number of the range that is kept for fiction (555-0100 to 555-0199), always the same for a key. */
function fictionalPhone(key: string): string {
  const sum = [...key].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return `(202) 555-01${String(sum % 100).padStart(2, '0')}`;
}
