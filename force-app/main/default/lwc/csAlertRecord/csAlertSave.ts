import { updateRecord } from 'lightning/uiRecordApi';
import READ_ON from '@salesforce/schema/CS_Alert__c.CS_Read_On__c';
import RESOLUTION from '@salesforce/schema/CS_Alert__c.CS_Resolution__c';
import RESOLVED_ON from '@salesforce/schema/CS_Alert__c.CS_Resolved_On__c';
import SNOOZED_UNTIL from '@salesforce/schema/CS_Alert__c.CS_Snoozed_Until__c';
import { reduceErrors } from 'c/csLdsErrors';
import type { AlertChange } from './csAlertActions';

/** Requests that are on their way at once. */
const AT_ONCE = 5;

const FIELDS: Record<keyof AlertChange, string> = {
  readAt: READ_ON.fieldApiName,
  snoozedUntil: SNOOZED_UNTIL.fieldApiName,
  resolvedAt: RESOLVED_ON.fieldApiName,
  resolution: RESOLUTION.fieldApiName,
};

/** One alert to be changed. */
export interface AlertSave {
  id: string;
  change: AlertChange;
  /** When it was changed last, as far as the page knows. */
  modifiedAt: string | null;
}

/** What became of one alert. */
export interface AlertOutcome {
  id: string;
  /** Null where it was changed, else why not. */
  error: string | null;
  /** When it was changed now; null where that is not known. */
  modifiedAt: string | null;
}

/**
 * Changes alerts one by one, so that each is compared with what the page knows of it: one that somebody else changed
 * meanwhile is left alone and says so. To read one takes nothing from anybody and is not compared.
 *
 * @returns one outcome for each, in the order given
 */
export async function saveAlerts(saves: readonly AlertSave[]): Promise<AlertOutcome[]> {
  const outcomes: AlertOutcome[] = [];
  for (let start = 0; start < saves.length; start += AT_ONCE) {
    // eslint-disable-next-line no-await-in-loop
    outcomes.push(...(await Promise.all(saves.slice(start, start + AT_ONCE).map(save))));
  }
  return outcomes;
}

async function save({ id, change, modifiedAt }: AlertSave): Promise<AlertOutcome> {
  const names = Object.keys(change) as (keyof AlertChange)[];
  const fields = Object.fromEntries(names.map((name) => [FIELDS[name], change[name]]));
  const isOnlyRead = names.every((name) => name === 'readAt');
  // https://developer.salesforce.com/docs/platform/lwc/guide/reference-update-record.html
  const options = modifiedAt && !isOnlyRead ? { ifUnmodifiedSince: modifiedAt } : undefined;
  try {
    const record: { lastModifiedDate?: string } = await updateRecord(
      { fields: { Id: id, ...fields } },
      options,
    );
    return { id, error: null, modifiedAt: record.lastModifiedDate ?? null };
  } catch (error) {
    return { id, error: reduceErrors(error).join(' '), modifiedAt: null };
  }
}
