import { addDays } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { demoKey } from './demo-key.ts';
import { PERSONAS } from './personas.ts';
import { ACCOUNT_CHANGES, PRESENT, type ChangeStory } from './stories/account-changes.ts';
import type { Tale } from './types.ts';

/** What happened to an account before the companion looked for the first time: what it records from then on itself. */
export function buildAccountChanges({ today, account }: Tale): RecordFields[] {
  return (ACCOUNT_CHANGES[account.story] ?? []).map((change) => ({
    CS_Key__c: demoKey(account.key, 'change', change.type, change.daysAgo),
    CS_Type__c: change.type,
    CS_Changed_On__c: `${addDays(today, -change.daysAgo)}T06:15:00.000Z`,
    CS_From__c: change.from,
    CS_To__c: change.to === PRESENT ? presentOf(change.type, account) : change.to,
    CS_Reason__c: change.reason,
  }));
}

function presentOf(type: ChangeStory['type'], account: Tale['account']): string | null {
  if (type === 'Tier') return account.tier;
  const csm = PERSONAS.find(({ key }) => key === account.csm);
  return csm ? `${csm.firstName} ${csm.lastName}` : null;
}
