import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import USER_ID from '@salesforce/user/Id';
import PINNED_ACCOUNT from '@salesforce/schema/CS_Pinned_Account__c';
import ACCOUNT from '@salesforce/schema/CS_Pinned_Account__c.CS_Account__c';
import DISMISSED_UNTIL from '@salesforce/schema/CS_Pinned_Account__c.CS_Dismissed_Until__c';
import KEY from '@salesforce/schema/CS_Pinned_Account__c.CS_Key__c';
import ORDER from '@salesforce/schema/CS_Pinned_Account__c.CS_Order__c';
import PINNED from '@salesforce/schema/CS_Pinned_Account__c.CS_Pinned__c';
import { announcePinsChanged } from './csPinsChanges';
import { lastOrder, ordersToWrite } from './csPinsOrder';
import type { Pin } from './csPinsQuery';

/** Pins an account as the last one; one that was put aside comes back with it. */
export async function pinAccount(accountId: string, pins: readonly Pin[]): Promise<void> {
  await remember(accountId, pins, {
    [PINNED.fieldApiName]: true,
    [ORDER.fieldApiName]: lastOrder(pins) + 1,
    [DISMISSED_UNTIL.fieldApiName]: null,
  });
}

/** Forgets a pin. */
export async function unpinAccount(pin: Pin): Promise<void> {
  await change(() => deleteRecord(pin.id));
}

/** Puts an account aside until a day, `YYYY-MM-DD`; a pinned one stays pinned meanwhile. */
export async function putAside(accountId: string, pins: readonly Pin[], until: string): Promise<void> {
  const isPinned = pins.some((pin) => pin.accountId === accountId && pin.isPinned);
  await remember(accountId, pins, { [PINNED.fieldApiName]: isPinned, [DISMISSED_UNTIL.fieldApiName]: until });
}

/** Lets an account that was put aside ask for attention again. */
export async function bringBack(pin: Pin): Promise<void> {
  await change(async () => {
    if (pin.isPinned) await save(pin.id, { [DISMISSED_UNTIL.fieldApiName]: null });
    else await deleteRecord(pin.id);
  });
}

/** Stores that the pin at `index` of `pins` was moved there. */
export async function storePlace(pins: readonly Pin[], index: number): Promise<void> {
  await change(async () => {
    for (const { id, order } of ordersToWrite(pins, index)) {
      // One after the other: numbering all anew must not lock the org's rows against itself.
      // eslint-disable-next-line no-await-in-loop
      await save(id, { [ORDER.fieldApiName]: order });
    }
  });
}

async function remember(
  accountId: string,
  pins: readonly Pin[],
  fields: Record<string, unknown>,
): Promise<void> {
  const known = pins.find((pin) => pin.accountId === accountId);
  const identity = { [ACCOUNT.fieldApiName]: accountId, [KEY.fieldApiName]: `${USER_ID}:${accountId}` };
  await change(async () => {
    if (known) await save(known.id, fields);
    else await createRecord({ apiName: PINNED_ACCOUNT.objectApiName, fields: { ...fields, ...identity } });
  });
}

function save(id: string, fields: Record<string, unknown>): Promise<unknown> {
  return updateRecord({ fields: { Id: id, ...fields } });
}

/** Whether it worked or not, the page then shows what is stored, and what is done next starts from that. */
async function change(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } finally {
    await announcePinsChanged();
  }
}
