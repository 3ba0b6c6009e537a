import type { RecordInput } from 'lightning/uiRecordApi';
import HEALTH_SCORE from '@salesforce/schema/CS_Health_Score__c';
import ACCOUNT from '@salesforce/schema/CS_Health_Score__c.CS_Account__c';
import COMMENT from '@salesforce/schema/CS_Health_Score__c.CS_Comment__c';
import KEY from '@salesforce/schema/CS_Health_Score__c.CS_Key__c';
import SCORE from '@salesforce/schema/CS_Health_Score__c.CS_Score__c';
import SCORED_ON from '@salesforce/schema/CS_Health_Score__c.CS_Scored_On__c';
import SOURCE from '@salesforce/schema/CS_Health_Score__c.CS_Source__c';
import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import type { HealthEntry } from 'c/csHealthTrendForm';
import { reduceErrors } from 'c/csLdsErrors';

/** A health that a person has set already on the day in question. */
export interface StandingScore {
  id: string;
  score: number;
  comment: string;
  /** Name of the person who set it; empty where it is not known. */
  by: string;
}

/** Whether a user may record a health score by hand, as her object and field permissions say. */
export function mayRecord({ createable, updateable, fields }: ObjectInfo): boolean {
  const needed = [SCORE, SCORED_ON, SOURCE, KEY];
  return createable && updateable && needed.every(({ fieldApiName }) => fields[fieldApiName]?.createable);
}

/** The record of a health score that a person sets on the day `today`. Its key is unique: a day has one. */
export function manualScore(accountId: string, entry: HealthEntry, today: string): RecordInput {
  return {
    apiName: HEALTH_SCORE.objectApiName,
    fields: {
      [ACCOUNT.fieldApiName]: accountId,
      [SCORED_ON.fieldApiName]: today,
      [SOURCE.fieldApiName]: 'Manual',
      [KEY.fieldApiName]: `${accountId}:${today}:Manual`,
      ...valuesOf(entry),
    },
  };
}

/** The change of a health score that was set earlier on the same day. */
export function changedScore(scoreId: string, entry: HealthEntry): RecordInput {
  return { fields: { Id: scoreId, ...valuesOf(entry) } };
}

/**
 * Whether a write failed because someone else has set the health of that day meanwhile. The code is the platform's own
 * word for a value that has to be unique, and of this object only the key has to be.
 */
export function isTaken(error: unknown): boolean {
  const { errors = [], fieldErrors = {} } = (error as RecordError | null)?.body?.output ?? {};
  const faults = [...errors, ...Object.values(fieldErrors).flat()];
  return (
    faults.some(({ errorCode }) => errorCode === 'DUPLICATE_VALUE') ||
    reduceErrors(error).some((message) => message.includes(KEY.fieldApiName))
  );
}

/** What to say of a health that stands already; `isNew` when it was set while this user was typing. */
export function describeStanding({ score, comment, by }: StandingScore, isNew: boolean): string {
  const said = comment ? ` (“${comment}”)` : '';
  const who = by || 'Someone';
  return isNew
    ? `${who} has just set health to ${score}${said}, and that stands. Save again to replace it with yours.`
    : `${who} set health to ${score} today${said}. Saving replaces it: a day has one health set by hand.`;
}

interface RecordError {
  body?: {
    output?: { errors?: { errorCode?: string }[]; fieldErrors?: Record<string, { errorCode?: string }[]> };
  };
}

function valuesOf({ score, comment }: HealthEntry): Record<string, unknown> {
  return { [SCORE.fieldApiName]: score, [COMMENT.fieldApiName]: comment || null };
}
