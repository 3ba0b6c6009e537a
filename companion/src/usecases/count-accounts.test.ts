import { describe, expect, test } from '@jest/globals';
import { buildCustomer } from '../domain/testing/build-customer.ts';
import { setup } from './testing/setup.ts';

const TODAY = '2026-11-22';

/** Two accounts that were read, scored and counted today. */
async function withTotals() {
  const all = setup();
  for (const accountId of ['001A', '001B']) {
    all.org.put(accountId);
    all.org.customers.push(buildCustomer({ accountId, arr: 500 }));
  }
  await all.sync();
  const change = (accountId: string, at: string) => {
    all.org.changes.push({ object: 'Account', accountId, recordId: accountId, at });
    all.time.now = at;
  };
  const total = (field: string) => all.org.executiveSnapshots.get(`All:${TODAY}`)?.[field];
  return { ...all, change, total };
}

describe('counting accounts', () => {
  test('takes a change for what it is, and reads everything only once a day', async () => {
    const { org, store, sync, time, change, total } = await withTotals();
    Object.assign(org.customers[0] ?? {}, { arr: 750.5 });
    change('001A', '2026-11-22T10:00:00.000Z');
    await sync();
    expect(total('CS_ARR__c')).toBe(1250.5);
    expect(store.recounts).toBe(1);
    time.now = '2026-11-23T00:05:00.000Z';
    await sync();
    expect(store.recounts).toBe(2);
  });

  test('takes away an account that was deleted', async () => {
    const { org, sync, time, total } = await withTotals();
    org.accounts.delete('001B');
    org.customers.pop();
    org.deleted.recordIds = ['001B'];
    time.now = '2026-11-22T10:00:00.000Z';
    await sync();
    expect([total('CS_Accounts__c'), total('CS_ARR__c')]).toEqual([1, 500]);
  });

  test('counts what people answered since', async () => {
    const { org, sync, change, total } = await withTotals();
    expect(total('CS_NPS__c')).toBeNull();
    org.answersGiven.push({ id: '1', accountId: '001A', contactId: null, score: 9, on: TODAY });
    change('001A', '2026-11-22T10:00:00.000Z');
    await sync();
    expect(total('CS_NPS__c')).toBe(100);
  });

  test('counts everything anew where an alert was deleted, which no longer says whose it was', async () => {
    const { org, store, sync, change, total } = await withTotals();
    org.alerts.push({ accountId: '001A', raisedOn: TODAY, resolvedOn: null });
    change('001A', '2026-11-22T10:00:00.000Z');
    await sync();
    expect(total('CS_Open_Alerts__c')).toBe(1);
    org.alerts.pop();
    org.findDeletedAlerts = async (_since, coveredTo) => ({ known: true, recordIds: ['a0A'], coveredTo });
    change('001A', '2026-11-22T10:15:00.000Z');
    await sync();
    expect(total('CS_Open_Alerts__c')).toBe(0);
    expect(store.recounts).toBe(2);
  });

  test('counts after a crash what the run before it had read', async () => {
    const { org, store, sync, time, change, total } = await withTotals();
    org.accounts.delete('001B');
    org.customers.pop();
    org.deleted.recordIds = ['001B'];
    change('001A', '2026-11-22T10:00:00.000Z');
    store.changeCounted = () => Promise.reject(new Error('killed'));
    await expect(sync()).rejects.toThrow('killed');
    Reflect.deleteProperty(store, 'changeCounted');
    // The org tells of the deletion no more: the cursors have moved.
    org.deleted.recordIds = [];
    time.now = '2026-11-22T10:15:00.000Z';
    org.changes.push({ object: 'Account', accountId: '001A', recordId: '001A', at: time.now });
    await sync();
    expect(total('CS_Accounts__c')).toBe(1);
  });
});
