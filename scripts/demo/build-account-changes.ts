import { addDays } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { demoKey } from './demo-key.ts';
import { PERSONAS, type PersonaKey } from './personas.ts';
import { ACCOUNT_CHANGES, type ChangeStory } from './stories/account-changes.ts';
import type { Tale } from './types.ts';

const DAYS_A_YEAR = 365;

/** What changed about an account in the past: the changes of its story, and the last renewal of its contract. */
export function buildAccountChanges(tale: Tale): RecordFields[] {
  const told = ACCOUNT_CHANGES[tale.account.story] ?? [];
  return [...buildRenewal(tale), ...told.map((change, index) => buildChange(tale, change, index))];
}

function buildChange({ today, account }: Tale, change: ChangeStory, index: number): RecordFields {
  const [from, to] =
    change.type === 'CSM' ? [nameOf(change.from), nameOf(account.csm)] : [change.from, change.to];
  return {
    CS_Key__c: demoKey(account.key, 'change', index),
    CS_Type__c: change.type,
    CS_From__c: from || null,
    CS_To__c: to,
    CS_Changed_On__c: momentOf(addDays(today, -change.daysAgo)),
    CS_Reason__c: change.reason || null,
  };
}

/** Contracts run for a year; who still is in the first one, or has left, has not renewed. */
function buildRenewal({ today, account, story }: Tale): RecordFields[] {
  const renewedDaysAgo = DAYS_A_YEAR - account.renewalInDays;
  if (story.status === 'Churned' || story.status === 'Onboarding' || renewedDaysAgo <= 0) return [];
  return [
    {
      CS_Key__c: demoKey(account.key, 'change', 'renewal'),
      CS_Type__c: 'Renewal Date',
      CS_From__c: addDays(today, -renewedDaysAgo),
      CS_To__c: addDays(today, account.renewalInDays),
      CS_Changed_On__c: momentOf(addDays(today, -renewedDaysAgo)),
      CS_Reason__c: 'Renewed for a year',
    },
  ];
}

function nameOf(key: PersonaKey): string {
  const persona = PERSONAS.find((one) => one.key === key);
  return persona ? `${persona.firstName} ${persona.lastName}` : key;
}

function momentOf(day: string): string {
  return `${day}T09:30:00.000Z`;
}
