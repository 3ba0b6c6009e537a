import { describe, expect, test } from '@jest/globals';
import { buildBook } from '../domain/testing/build-book.ts';
import { buildCustomer } from '../domain/testing/build-customer.ts';
import { buildTouch, WORKED_EXAMPLE } from '../domain/testing/build-signals.ts';
import { handleRequests } from './handle-requests.ts';
import { ORG, setup } from './testing/setup.ts';

const A = '001A';

function requestSetup() {
  const all = setup();
  const errors: unknown[] = [];
  const deps = { ...all.deps, onError: (error: unknown) => void errors.push(error) };
  return { ...all, errors, handle: () => handleRequests(ORG.orgId, deps) };
}

describe('handleRequests', () => {
  test('recalculates one account, says how it changed, and answers once', async () => {
    const { org, sync, handle } = requestSetup();
    org.put(A, WORKED_EXAMPLE);
    org.put('001B');
    await sync();
    org.put(A, { ...WORKED_EXAMPLE, activities: [buildTouch('2026-11-22')] });
    org.requests.push({ id: 'a01', type: 'Recalculate', accountId: A });
    expect(await handle()).toEqual({ done: 1, failed: 0 });
    expect(org.answers).toEqual([
      { id: 'a01', status: 'Running', message: null },
      { id: 'a01', status: 'Done', message: 'Risk is 70 (At Risk), was 77.' },
    ]);
    expect(org.accounts.get(A)?.current['CS_Risk_Score__c']).toBe(70);
    expect(await handle()).toEqual({ done: 0, failed: 0 });
    expect(org.reads.at(-1)).toEqual([A]);
  });

  test('works before the first sync', async () => {
    const { org, handle } = requestSetup();
    org.put(A, WORKED_EXAMPLE);
    org.requests.push({ id: 'a01', type: 'Recalculate', accountId: A });
    await handle();
    expect(org.answers.at(-1)).toMatchObject({ status: 'Done', message: 'Risk is 77 (At Risk).' });
  });

  test('says so when nothing changed, and writes nothing', async () => {
    const { org, sync, handle } = requestSetup();
    org.put(A, WORKED_EXAMPLE);
    await sync();
    const writes = org.writes.length;
    org.requests.push({ id: 'a01', type: 'Recalculate', accountId: A });
    await handle();
    expect(org.answers.at(-1)?.message).toBe('Risk is unchanged at 77 (At Risk).');
    expect(org.writes).toHaveLength(writes);
  });

  test('counts the workload again when asked, without an account', async () => {
    const { org, handle } = requestSetup();
    org.books.push(buildBook());
    org.requests.push({ id: 'a01', type: 'Workload', accountId: null });
    expect(await handle()).toEqual({ done: 1, failed: 0 });
    expect(org.answers.at(-1)).toMatchObject({ status: 'Done', message: 'Workload is counted: 1 CSM.' });
    expect([...org.workloads.values()]).toMatchObject([{ CS_Accounts__c: 1 }]);
  });

  test('adds the totals of the day up again when asked, without an account', async () => {
    const { org, sync, handle } = requestSetup();
    org.customers.push(buildCustomer({ arr: 600 }));
    await sync();
    org.customers.push(buildCustomer({ accountId: '001B', arr: 400 }));
    org.requests.push({ id: 'a01', type: 'Executive', accountId: null });
    expect(await handle()).toEqual({ done: 1, failed: 0 });
    expect(org.answers.at(-1)).toMatchObject({ status: 'Done', message: 'The totals are up to date.' });
    expect(org.executiveSnapshots.get('All:2026-11-22')).toMatchObject({ CS_ARR__c: 1_000 });
  });

  test.each([
    ['an unknown type', { type: 'Explode', accountId: A }, /^Unknown type of request "Explode"/],
    ['no account', { type: 'Recalculate', accountId: null }, /^No account was given/],
    ['an account out of sight', { type: 'Recalculate', accountId: '001Z' }, /cannot see this account/],
  ])('fails a request with %s, with a message a person can act on', async (_what, request, message) => {
    const { org, handle } = requestSetup();
    org.requests.push({ id: 'a01', ...request });
    expect(await handle()).toEqual({ done: 0, failed: 1 });
    expect(org.answers.at(-1)).toMatchObject({ status: 'Failed', message: expect.stringMatching(message) });
  });

  test('says what a proposed configuration would do, with the accounts as its result, and changes nothing', async () => {
    const { org, sync, handle } = requestSetup();
    org.put(A, WORKED_EXAMPLE);
    await sync();
    const writes = org.writes.length;
    const values = [
      { factor: 'Bands', setting: 'atRiskFrom', value: 90 },
      { factor: 'Bands', setting: 'watchFrom', tier: 'Scale', value: 50 },
    ];
    org.requests.push({ id: 'a01', type: 'Preview', accountId: null, payload: JSON.stringify({ values }) });
    expect(await handle()).toEqual({ done: 1, failed: 0 });
    expect(org.answers.at(-1)).toMatchObject({
      ...{ status: 'Done', message: '1 of 1 account would change band.' },
      result: { v: 1, asOf: '2026-11-22', changed: 1, moves: [{ id: A, from: 'At Risk', to: 'Watch' }] },
    });
    expect(org.writes).toHaveLength(writes);
  });

  test.each([
    ['none', null, /^The proposal is not understood at its top/],
    ['one that is no JSON', '{', /^The proposal is not understood/],
    ['one of another shape', '{"values":[{"factor":1}]}', /not understood at values.0.factor/],
    [
      'one that does not hold',
      '{"values":[{"factor":"Bands","setting":"watchFrom","value":69}]}',
      /too near to watchFrom 69/,
    ],
  ])('refuses a proposal: %s, and says all that is wrong with it', async (_what, payload, message) => {
    const { org, handle } = requestSetup();
    org.requests.push({ id: 'a01', type: 'Preview', accountId: null, payload });
    expect(await handle()).toEqual({ done: 0, failed: 1 });
    const { status, message: told, result } = org.answers.at(-1) ?? {};
    expect([status, told]).toEqual(['Failed', expect.stringMatching(message)]);
    expect(told?.length).toBeLessThanOrEqual(255);
    expect(result).toEqual({ v: 1, problems: expect.arrayContaining([expect.stringMatching(message)]) });
  });

  test('does not try anything again when it was not said what', async () => {
    const { org, handle } = requestSetup();
    org.requests.push({ id: 'a01', type: 'Retry', accountId: null, payload: '{"object":""}' });
    expect(await handle()).toEqual({ done: 0, failed: 1 });
    expect(org.answers.at(-1)?.message).toMatch(/expected an object and a key, or all/);
  });

  test('fails a request that broke, reports why, and goes on with the next', async () => {
    const { org, handle, errors } = requestSetup();
    org.put(A, WORKED_EXAMPLE);
    const read = org.readAccounts.bind(org);
    org.readAccounts = (ids) => (ids.includes('001B') ? Promise.reject(new Error('boom')) : read(ids));
    org.requests.push({ id: 'a01', type: 'Recalculate', accountId: '001B' });
    org.requests.push({ id: 'a02', type: 'Recalculate', accountId: A });
    expect(await handle()).toEqual({ done: 1, failed: 1 });
    expect(errors).toEqual([new Error('boom')]);
    expect(org.answers.filter(({ status }) => status !== 'Running').map(({ status }) => status)).toEqual([
      'Failed',
      'Done',
    ]);
  });
});
