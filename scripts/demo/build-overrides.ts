import { addDays } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { demoKey } from './demo-key.ts';
import type { Tale } from './types.ts';

/** The account whose CSM knows more than its numbers: all is well there, but for a word over lunch. */
const DOUBTED_ACCOUNT = 'castellan-bank';
const SET_DAYS_AGO = 9;
const HOLDS_DAYS = 30;

/** The risk band that a CSM set by hand. */
export function buildOverrides({ today, account }: Tale): RecordFields[] {
  if (account.key !== DOUBTED_ACCOUNT) return [];
  const setOn = addDays(today, -SET_DAYS_AGO);
  return [
    {
      CS_Key__c: demoKey(account.key, 'override'),
      CS_Band__c: 'Watch',
      CS_Reason__c:
        'Their new CFO reviews every vendor until year end. Nothing of it shows in the numbers yet.',
      CS_Expires_On__c: addDays(setOn, HOLDS_DAYS),
      CreatedDate: `${setOn}T09:40:00.000Z`,
    },
  ];
}
