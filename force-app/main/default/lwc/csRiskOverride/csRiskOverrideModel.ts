import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import type { RecordInput } from 'lightning/uiRecordApi';
import OVERRIDE from '@salesforce/schema/CS_Risk_Override__c';
import ACCOUNT from '@salesforce/schema/CS_Risk_Override__c.CS_Account__c';
import BAND from '@salesforce/schema/CS_Risk_Override__c.CS_Band__c';
import ENDED_ON from '@salesforce/schema/CS_Risk_Override__c.CS_Ended_On__c';
import EXPIRES_ON from '@salesforce/schema/CS_Risk_Override__c.CS_Expires_On__c';
import REASON from '@salesforce/schema/CS_Risk_Override__c.CS_Reason__c';
import type { BandByHand } from 'c/csAccountStory';
import { countOf, daysBetween, formatDay } from 'c/csFormat';
import type { OverrideEntry } from 'c/csRiskOverrideForm';

/** What the rules say beside it; null where nothing is known. */
export interface Calculated {
  band: string | null;
  score: number | null;
  /** The record whose band the account shows; null while it shows the calculated one. */
  shownId: string | null;
}

/** A band set by hand, as sentences. */
export interface OverrideView {
  id: string;
  title: string;
  who: string;
  reason: string;
  rules: string;
  /** Whether the account does not show it yet. */
  isPending: boolean;
}

/** Whether a user may set and end a band by hand, as her object and field permissions say. */
export function mayOverride({ createable, updateable, fields }: ObjectInfo): boolean {
  const needed = [BAND, REASON, EXPIRES_ON];
  return (
    createable &&
    updateable &&
    needed.every(({ fieldApiName }) => fields[fieldApiName]?.createable) &&
    fields[ENDED_ON.fieldApiName]?.updateable === true
  );
}

/** The record of a band that a person sets. Who and when are the record's own: nobody writes them. */
export function newOverride(accountId: string, { band, reason, expiresOn }: OverrideEntry): RecordInput {
  return {
    apiName: OVERRIDE.objectApiName,
    fields: {
      [ACCOUNT.fieldApiName]: accountId,
      [BAND.fieldApiName]: band,
      [REASON.fieldApiName]: reason,
      [EXPIRES_ON.fieldApiName]: expiresOn,
    },
  };
}

/** The change that ends one at a moment, or with null lets it hold again. */
export function endedOverride(id: string, at: string | null): RecordInput {
  return { fields: { Id: id, [ENDED_ON.fieldApiName]: at } };
}

/** What to say of a band set by hand while it holds; null when it is over or there is none. */
export function viewOverride(
  last: BandByHand | null | undefined,
  calculated: Calculated,
  today: string,
): OverrideView | null {
  if (!last || last.endedAt !== null || last.expiresOn < today) return null;
  const left = daysBetween(today, last.expiresOn);
  const days = left === 0 ? 'today is its last day' : `${countOf(left, 'day')} left`;
  const by = last.by ? `by ${last.by} ` : '';
  return {
    id: last.id,
    title: `${last.band}, set by hand`,
    who: `Set ${by}on ${formatDay(last.setOn)}, until ${formatDay(last.expiresOn)}: ${days}.`,
    reason: last.reason,
    rules: tellRules(calculated),
    isPending: calculated.shownId !== last.id,
  };
}

function tellRules({ band, score }: Calculated): string {
  if (band === null || score === null) return 'The rules have no score to set beside it.';
  return `The rules say ${band} (${score}). All that follows is about that score.`;
}
