import { describe, expect, test } from '@jest/globals';
import { buildCustomer } from '../domain/testing/build-customer.ts';
import { setup } from './testing/setup.ts';

const TODAY = '2026-11-22';
const YEAR_AGO = '2025-11-20';

function withCustomers() {
  const all = setup();
  all.org.put('001A');
  all.org.put('001B');
  all.org.customers.push(
    buildCustomer({ accountId: '001A', arr: 600, riskBand: 'At Risk', tier: 'Scale' }),
    buildCustomer({ accountId: '001B', arr: 400 }),
  );
  all.org.past.set(YEAR_AGO, [
    buildCustomer({ accountId: '001A', arr: 1_000 }),
    buildCustomer({ accountId: '001B', arr: 300 }),
  ]);
  return all;
}

describe('the totals of a sync', () => {
  test('are written for all customers and for each segment, one a day', async () => {
    const { org, sync } = withCustomers();
    await sync();
    const keys = [...org.executiveSnapshots.keys()].filter((key) => key.endsWith(TODAY)).sort();
    expect(keys).toEqual([
      `All:${TODAY}`,
      `CSM:005A:${TODAY}`,
      `Tier:Growth:${TODAY}`,
      `Tier:Scale:${TODAY}`,
    ]);
    expect(org.executiveSnapshots.get(`All:${TODAY}`)).toMatchObject({
      CS_Scope__c: 'All',
      CS_Scope_Value__c: null,
      CS_Accounts__c: 2,
      CS_ARR__c: 1_000,
      CS_ARR_At_Risk__c: 600,
      CS_GRR__c: 69.2,
      CS_NRR__c: 76.9,
    });
  });

  test('tell the NPS of the customers of each segment, as of each day', async () => {
    const { org, sync } = withCustomers();
    org.past.set('2026-10-01', [buildCustomer({ accountId: '001A' })]);
    const given = (accountId: string, score: number, on: string) =>
      org.answersGiven.push({ id: `${accountId}${on}`, accountId, contactId: `003${accountId}`, score, on });
    given('001A', 3, '2026-09-15');
    given('001A', 9, '2026-11-02');
    given('001B', 7, '2026-11-03');
    await sync();
    expect(org.executiveSnapshots.get(`All:${TODAY}`)).toMatchObject({
      CS_NPS__c: 50,
      CS_Promoters__c: 1,
      CS_Passives__c: 1,
      CS_Detractors__c: 0,
    });
    expect(org.executiveSnapshots.get(`Tier:Growth:${TODAY}`)).toMatchObject({ CS_NPS__c: 0 });
    expect(org.executiveSnapshots.get('All:2026-10-01')).toMatchObject({
      CS_NPS__c: -100,
      CS_Detractors__c: 1,
    });
  });

  test('come with a snapshot of every account, once a month', async () => {
    const { org, sync, time } = withCustomers();
    await sync();
    expect([...org.accountSnapshots.keys()]).toEqual(['001A:2026-11', '001B:2026-11']);
    time.now = '2026-11-30T09:00:00.000Z';
    await sync();
    expect(org.accountSnapshots.size).toBe(2);
    time.now = '2026-12-02T09:00:00.000Z';
    await sync();
    expect(org.accountSnapshots.get('001B:2026-12')).toMatchObject({
      CS_As_Of__c: '2026-12-02',
      CS_ARR__c: 400,
      CS_ARR_Year_Ago__c: 300,
      CS_Retained_ARR__c: 300,
    });
  });

  test('tell whose health moved, today as the accounts say, then since the snapshot a month before', async () => {
    const { org, sync } = withCustomers();
    org.customers.push(buildCustomer({ accountId: '001C', healthChange: -12, health: 40, arr: null }));
    org.past.set('2026-10-01', [buildCustomer({ accountId: '001A', health: 70 })]);
    org.past.set('2026-09-01', [buildCustomer({ accountId: '001A', health: 61 })]);
    await sync();
    const moversOf = (day: string) =>
      JSON.parse(String(org.executiveSnapshots.get(`All:${day}`)?.['CS_Movers__c'])) as unknown;
    expect(moversOf(TODAY)).toEqual({
      v: 1,
      risers: [],
      fallers: [{ id: '001C', change: -12, health: 40, arr: null }],
    });
    expect(moversOf('2026-10-01')).toMatchObject({ risers: [{ id: '001A', change: 9 }], fallers: [] });
    expect(moversOf('2026-09-01')).toMatchObject({ risers: [], fallers: [] });
  });

  test('say which share of a renewal they expect to stay', async () => {
    const { org, sync } = withCustomers();
    await sync();
    expect(org.executiveSnapshots.get(`All:${TODAY}`)).toMatchObject({
      CS_Expected_Healthy__c: 97,
      CS_Expected_At_Risk__c: 50,
    });
  });

  test('are added up for days of the past of which there are snapshots and no totals', async () => {
    const { org, sync } = withCustomers();
    org.past.set('2026-10-01', [buildCustomer({ arr: 700 })]);
    await sync();
    expect(org.executiveSnapshots.get('All:2026-10-01')).toMatchObject({ CS_Accounts__c: 1, CS_ARR__c: 700 });
    const writes = org.writes.length;
    await sync();
    expect(org.writes).toHaveLength(writes);
  });

  test('of a churned customer tell that it has no ARR left, whatever its field says', async () => {
    const { org, sync } = setup();
    org.customers.push(buildCustomer({ accountId: '001C', status: 'Churned', arr: 500 }));
    org.past.set(YEAR_AGO, [buildCustomer({ accountId: '001C', arr: 500 })]);
    await sync();
    expect(org.accountSnapshots.get('001C:2026-11')).toMatchObject({ CS_ARR__c: 0, CS_Retained_ARR__c: 0 });
    expect(org.executiveSnapshots.get(`All:${TODAY}`)).toMatchObject({ CS_Accounts__c: 0, CS_GRR__c: 0 });
  });

  test('are not read again by a run that nothing happened to, until a day begins', async () => {
    const { org, sync, time } = withCustomers();
    await sync();
    org.customers.pop();
    await sync();
    expect(org.executiveSnapshots.get(`All:${TODAY}`)).toMatchObject({ CS_Accounts__c: 2 });
    time.now = '2026-11-23T00:05:00.000Z';
    await sync();
    expect(org.executiveSnapshots.get('All:2026-11-23')).toMatchObject({ CS_Accounts__c: 1 });
  });

  test('are not written for an org without accounts', async () => {
    const { org, sync } = setup();
    await sync();
    expect(org.executiveSnapshots.size).toBe(0);
  });
});
