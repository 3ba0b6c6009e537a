import { describe, expect, test } from '@jest/globals';
import { handleRequests } from './handle-requests.ts';
import type { JobRun } from './ports.ts';
import { createStatusReport, STATUS_OBJECT, type ReportDeps } from './report-status.ts';
import { createRunMonitor } from './run-monitor.ts';
import { createApiBudget } from './api-budget.ts';
import { ORG, setup } from './testing/setup.ts';

/** A run that began and ended, and what it did. */
const run = (counts: JobRun['counts'], known: Partial<JobRun> = {}): JobRun => ({
  ...{ id: 'r1', job: 'sync', scheduledAt: '2026-11-22T09:00:00.000Z', state: 'succeeded', error: null },
  ...{ startedAt: '2026-11-22T09:00:01.000Z', finishedAt: '2026-11-22T09:00:04.500Z', counts, ...known },
});
const QUIET = run({ scored: 0, pushed: 0, failed: 0 });

function reportSetup() {
  const scene = setup();
  const { store, org, time, deps } = scene;
  const runs = { last: [QUIET] };
  const usage = { used: 900, limit: 15_000 };
  const set = (state: string) => [...store.ledger.values()].filter((row) => row.state === state).length;
  const status = {
    ...{ org: ORG, access: 'write-back' as const, database: 'embedded', config: deps.config },
    ...{ startedAt: time.now, clock: deps.clock, monitor: createRunMonitor() },
    nextSyncAt: () => new Date('2026-11-22T09:15:00.000Z'),
    budget: createApiBudget(() => usage, 50),
    alertLimits: { bellsPerHour: 1, emailsPerDay: 1 },
    store: Object.assign(store, {
      ping: async () => undefined,
      totals: async () => ({
        ...{ accounts: store.accounts.size, scores: 0, writesWaiting: set('pending') },
        ...{ writesSetAside: set('poison'), firstReadAt: null },
      }),
      countScoredBefore: async () => 0,
      writeErrors: async () => [],
      planRun: async () => null,
      startRun: async () => undefined,
      finishRun: async () => undefined,
      lastRuns: async () => runs.last,
      alertTotals: async () => ({}) as never,
      waitingInbound: async () => ({}) as never,
    }),
  };
  const reportWith = (more: Partial<ReportDeps>) => createStatusReport({ ...deps, store, status, ...more });
  const report = reportWith({});
  const told = () => org.writes.filter(({ object }) => object === STATUS_OBJECT).map(({ record }) => record);
  return { ...scene, report, reportWith, told, runs, usage };
}

describe('the report of the companion', () => {
  test('tells the org how the last runs went, how old the data is and what is left of the calls', async () => {
    const { report, told, runs } = reportSetup();
    const failed = run(null, {
      state: 'failed',
      error: 'the org is away',
      startedAt: '2026-11-22T09:10:00.000Z',
    });
    runs.last = [failed, QUIET];
    await report();
    const [{ key, fields }] = told() as [ReturnType<typeof told>[number]];
    expect(key).toBe('companion');
    expect(fields).toMatchObject({
      CS_Reported_On__c: '2026-11-22T09:00:00.000Z',
      CS_Last_Run_On__c: '2026-11-22T09:10:00.000Z',
      CS_Last_Run_Outcome__c: 'failed',
      CS_Data_As_Of__c: '2026-11-22T09:00:01.000Z',
      CS_Next_Run_On__c: '2026-11-22T09:15:00.000Z',
      ...{ CS_API_Used__c: 900, CS_API_Limit__c: 15_000, CS_API_Share__c: 50 },
    });
    expect(JSON.parse(String(fields['CS_Runs__c']))).toMatchObject([
      { state: 'failed', error: 'the org is away' },
      { state: 'succeeded', seconds: 3.5, scored: 0 },
    ]);
  });

  test('is not repeated while nothing happens, but once an hour', async () => {
    const { report, told, time, usage } = reportSetup();
    await report();
    usage.used = 950;
    time.now = '2026-11-22T09:45:00.000Z';
    await report();
    expect(told()).toHaveLength(1);
    time.now = '2026-11-22T10:00:00.000Z';
    await report();
    expect(told().map(({ fields }) => fields['CS_API_Used__c'])).toEqual([900, 950]);
  });

  test('is made after every run that did something', async () => {
    const { report, told, runs, time } = reportSetup();
    await report();
    runs.last = [run({ scored: 3, pushed: 2, failed: 0 })];
    time.now = '2026-11-22T09:15:00.000Z';
    await report();
    expect(told()).toHaveLength(2);
  });

  test('costs nothing while the calls of the org are used up', async () => {
    const { report, told, usage } = reportSetup();
    usage.used = 7_500;
    await report();
    expect(told()).toEqual([]);
  });

  test('names writes that the org refused for good; tried again from the page they are gone from it', async () => {
    const scene = reportSetup();
    const { org, sync, report, told, deps, store } = scene;
    org.put('001A');
    const error = 'FIELD_CUSTOM_VALIDATION_EXCEPTION: Health is locked in December';
    org.refuse = (object, { key }) =>
      object === 'Account' ? { key, outcome: 'refused', retry: false, error } : undefined;
    await sync();
    await report();
    expect(told().at(-1)?.fields['CS_Failed_Records__c']).toBe(1);
    expect(JSON.parse(String(told().at(-1)?.fields['CS_Failures__c']))).toMatchObject([
      { object: 'Account', key: '001A', parentId: '001A', attempts: 1, error },
    ]);
    const ask = async (id: string) => {
      const payload = JSON.stringify({ object: 'Account', key: '001A' });
      org.requests.push({ id, type: 'Retry', accountId: null, payload });
      await handleRequests(ORG.orgId, { ...deps, store, report, onError: (e) => expect(e).toBeNull() });
      return org.answers.at(-1);
    };
    expect(await ask('a01')).toMatchObject({ status: 'Failed', message: `1 of 1 refused again. ${error}` });
    org.refuse = () => undefined;
    expect(await ask('a02')).toMatchObject({ status: 'Done', message: '1 write sent again.' });
    expect(told().at(-1)?.fields['CS_Failed_Records__c']).toBe(0);
    expect(await ask('a03')).toMatchObject({ message: expect.stringContaining('went through meanwhile') });
  });

  test('carries what the health check found', async () => {
    const { reportWith, told } = reportSetup();
    const finding = { name: 'Clock', level: 'warn' as const, detail: 'It is late', remedy: 'Set it' };
    await reportWith({ examine: async () => [finding] })();
    expect(JSON.parse(String(told()[0]?.fields['CS_Findings__c']))).toEqual([finding]);
  });
});
