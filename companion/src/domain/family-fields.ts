import type { FieldValues } from './account-fields.ts';
import type { IsoDate } from './dates.ts';
import { MAX_LEVELS, MAX_MEMBERS } from './family.ts';
import type { FamilyPart, FamilyRisk } from './roll-up-family.ts';

/** The length of `Account.CS_Family_Reason__c`. */
const MAX_LENGTH = 255;
/** Names are up to 255 characters long: the rest of the sentence is to be read too. */
const MAX_NAME = 80;

/** The Account fields that tell of the family. */
export const FAMILY_FIELDS = [
  'CS_Family_Risk__c',
  'CS_Family_Band__c',
  'CS_Family_ARR__c',
  'CS_Family_Accounts__c',
  'CS_Family_Driver__c',
  'CS_Family_Reason__c',
  'CS_Family_As_Of__c',
] as const;
const AS_OF_FIELD = 'CS_Family_As_Of__c';

/** What the fields hold where there is no family, or none is wanted. */
export const NO_FAMILY_FIELDS: FieldValues = Object.fromEntries(FAMILY_FIELDS.map((field) => [field, null]));

/** What the family fields of an account should hold. */
export function deriveFamilyFields(risk: FamilyRisk, asOf: IsoDate): FieldValues {
  return {
    CS_Family_Risk__c: risk.score,
    CS_Family_Band__c: risk.band,
    CS_Family_ARR__c: risk.arr,
    CS_Family_Accounts__c: risk.accounts,
    CS_Family_Driver__c: risk.driver?.accountId ?? null,
    CS_Family_Reason__c: tellFamily(risk),
    [AS_OF_FIELD]: asOf,
  };
}

/** Whether two sets of family fields say the same, whenever they were made. */
export function tellTheSame(a: FieldValues, b: FieldValues): boolean {
  return FAMILY_FIELDS.every((field) => field === AS_OF_FIELD || (a[field] ?? null) === (b[field] ?? null));
}

/** One sentence: what drives the risk of a family, and what does not count. */
export function tellFamily(risk: FamilyRisk): string {
  if (risk.isTooLarge)
    return `More than ${MAX_MEMBERS} accounts are below this one: no family is told of so many.`;
  const notes = [
    risk.withoutScore > 0 ? `${count(risk.withoutScore, 'account')} without a score` : '',
    risk.rollUp === 'Weighted by ARR' && leftOut(risk, 'no ARR') > 0
      ? `${count(leftOut(risk, 'no ARR'), 'account')} without ARR`
      : '',
    risk.churned > 0 ? `${count(risk.churned, 'churned customer')}` : '',
    risk.isCut ? `what lies deeper than ${MAX_LEVELS} levels` : '',
  ].filter((note) => note !== '');
  const rest = notes.length > 0 ? ` Left out: ${notes.join(', ')}.` : '';
  return cut(`${tellDriver(risk)}${rest}`);
}

function tellDriver({ rollUp, score, accounts, driver, parts }: FamilyRisk): string {
  const part = parts.find(({ accountId }) => accountId === driver?.accountId);
  if (score === null || !part) {
    const wanted = rollUp === 'Worst Child' ? 'a score' : 'both a score and ARR';
    return `No customer of this family has ${wanted}.`;
  }
  const who = part.level === 0 ? 'This account itself' : shorten(part.name);
  if (rollUp === 'Worst Child')
    return `${who} is the worst of ${count(accounts, 'account')}, at ${part.score}.`;
  return `${who} adds most, ${part.points} of ${score} points, in the mean of ${count(accounts, 'account')} by ARR.`;
}

const leftOut = ({ parts }: FamilyRisk, why: FamilyPart['leftOut']) =>
  parts.filter((part) => part.leftOut === why).length;
const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
const shorten = (name: string) => (name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME - 1)}…`);
const cut = (text: string) => (text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1)}…`);
