import { addDays, type CalendarDay } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { demoKey } from './demo-key.ts';
import { NPS_VOICES, type Voice } from './stories/nps-voices.ts';
import type { Tale } from './types.ts';

/** The survey goes out every quarter. */
const DAYS_A_QUARTER = 91;
/** By how many days each person answers before the last one did. */
const EARLIER_BY_PERSON = [2, 0, 5, 1, 8, 3, 11] as const;

/** An answer, and the contact who gave it by the number in the list of the account's contacts. */
export interface NpsRecord {
  readonly person: number;
  readonly fields: RecordFields;
}

/**
 * What the people of an account answered, survey by survey.
 *
 * @param people how many contacts the account has
 * @param newestOn the day of the newest answer; null where nobody has answered
 */
export function buildNpsResponses(
  { account }: Tale,
  people: number,
  newestOn: CalendarDay | null,
): NpsRecord[] {
  if (newestOn === null) return [];
  const voices = NPS_VOICES[account.story] ?? [];
  return voices.slice(0, people).flatMap((voice, person) =>
    scoresOf(voice).map((score, quartersAgo) => {
      const day = addDays(newestOn, -EARLIER_BY_PERSON[person]! - quartersAgo * DAYS_A_QUARTER);
      return {
        person,
        fields: {
          CS_Key__c: demoKey(account.key, 'nps', person, quartersAgo),
          CS_Score__c: score,
          CS_Responded_On__c: day,
          CS_Survey__c: surveyOf(day),
          CS_Comment__c: quartersAgo === 0 ? (voice.comment ?? null) : null,
        },
      };
    }),
  );
}

function scoresOf({ score, before = [] }: Voice): readonly number[] {
  return [score, ...before];
}

/** `Relationship survey Q4 2026` */
function surveyOf(day: CalendarDay): string {
  return `Relationship survey Q${Math.ceil(Number(day.slice(5, 7)) / 3)} ${day.slice(0, 4)}`;
}
