import { isDay } from 'c/csFormat';

/** Lengths of `CS_Comment__c` and `CS_Survey__c`. */
export const MAX_COMMENT = 4_000;
export const MAX_SURVEY = 80;

/** The answers there are. */
export const SCALE: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** What a person took down. */
export interface NpsEntry {
  /** 0–10 */
  score: number;
  contactId: string | null;
  /** `YYYY-MM-DD` */
  day: string;
  survey: string;
  comment: string;
}

/** Why `day` cannot be the day of an answer, or an empty string. */
export function dayProblem(day: string, today: string): string {
  if (!isDay(day)) return 'Pick the day on which the customer answered.';
  return day > today ? 'This day lies ahead. Pick today or an earlier day.' : '';
}
