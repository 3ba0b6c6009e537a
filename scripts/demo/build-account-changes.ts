import { addDays } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { demoKey } from './demo-key.ts';
import { PERSONAS } from './personas.ts';
import { ACCOUNT_CHANGES, PRESENT, type ChangeStory } from './stories/account-changes.ts';
import type { Tale } from './types.ts';

const DAYS_A_YEAR = 365;

/** What happened to an account before the companion looked for the first time: what it records from then on itself. */
export function buildAccountChanges(tale: Tale): RecordFields[] {
  const { today, account, story } = tale;
  const told = (ACCOUNT_CHANGES[account.story] ?? []).map((change) => ({
    CS_Key__c: demoKey(account.key, 'change', change.type, change.daysAgo),
    CS_Type__c: change.type,
    CS_Changed_On__c: momentOf(addDays(today, -change.daysAgo)),
    CS_From__c: change.from,
    CS_To__c: change.to === PRESENT ? presentOf(change.type, account) : change.to,
    CS_Reason__c: change.reason,
  }));
  const { renewalInDays } = account;
  // Contracts run for a year; who still is in the first one, or has left, has not renewed.
  if (renewalInDays === null || story.status === 'Churned' || story.status === 'Onboarding') return told;
  const renewedDaysAgo = DAYS_A_YEAR - renewalInDays;
  if (renewedDaysAgo <= 0) return told;
  return [
    {
      CS_Key__c: demoKey(account.key, 'change', 'renewal'),
      CS_Type__c: 'Renewal Date',
      CS_Changed_On__c: momentOf(addDays(today, -renewedDaysAgo)),
      CS_From__c: addDays(today, -renewedDaysAgo),
      CS_To__c: addDays(today, renewalInDays),
      CS_Reason__c: 'Renewed for a year',
    },
    ...told,
  ];
}

function presentOf(type: ChangeStory['type'], account: Tale['account']): string | null {
  if (type === 'Tier') return account.tier;
  const csm = PERSONAS.find(({ key }) => key === account.csm);
  return csm ? `${csm.firstName} ${csm.lastName}` : null;
}

function momentOf(day: string): string {
  return `${day}T06:15:00.000Z`;
}
