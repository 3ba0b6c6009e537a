import { expect, test } from '@jest/globals';
import { createApiBudget } from '../usecases/api-budget.ts';
import type { ApiUsage, RunOutcome, RunStore } from '../usecases/ports.ts';
import { createRunMonitor } from '../usecases/run-monitor.ts';
import { ORG, setup as setupOrg } from '../usecases/testing/setup.ts';
import { createSyncJob } from './sync-job.ts';

const RUN = { orgId: ORG.orgId, runId: '0b0f8f53-1f0c-4a5c-9d55-0f0a1c1f3a11' };

function setup(usage: ApiUsage) {
  const kit = setupOrg();
  const calls = { ...usage };
  const finished: RunOutcome[] = [];
  const runs = {
    startRun: async () => undefined,
    finishRun: async (_id: string, _at: string, outcome: RunOutcome) => void finished.push(outcome),
  } as unknown as RunStore;
  const told: string[] = [];
  const budget = createApiBudget(() => calls, 50);
  const job = createSyncJob(
    ORG,
    { ...kit.deps, runs, budget, monitor: createRunMonitor() },
    {
      done: ({ scored }) => told.push(`done ${scored}`),
      putOff: (reason) => told.push(reason.slice(0, 7)),
      failed: (error) => told.push(String(error)),
    },
  );
  return { ...kit, calls, finished, told, run: () => job.handle(RUN, new AbortController().signal) };
}

test('a sync is put off, with the reason kept, while the calls of the org run short', async () => {
  const { org, run, told, finished } = setup({ used: 60, limit: 100 });
  org.put('001A');
  await run();
  expect(told).toEqual(['Put off']);
  expect(finished).toMatchObject([{ state: 'skipped', reason: expect.stringContaining('60 of the 100') }]);
  expect(org.reads).toEqual([]);
});

test('a sync that uses the calls up ends after its batch, and the next one goes on', async () => {
  const { org, calls, run, told } = setup({ used: 0, limit: 100 });
  for (let index = 100; index < 500; index += 1) org.put(`001${index}`);
  const { readAll } = org;
  org.readAll = () => {
    calls.used = 50;
    return readAll.call(org);
  };
  await run();
  expect(told).toEqual(['Put off', 'done 200']);
  org.readAll = readAll;
  calls.used = 0;
  await run();
  expect(told.at(-1)).toBe('done 400');
});

test('each org has a queue of its own', () => {
  const { deps } = setupOrg();
  const listener = { done: () => undefined, putOff: () => undefined, failed: () => undefined };
  const budget = createApiBudget(() => null, 50);
  const more = { ...deps, runs: {} as RunStore, monitor: createRunMonitor(), budget };
  const queues = ['00D1', '00D2'].map((orgId) => createSyncJob({ ...ORG, orgId }, more, listener).queue);
  expect(queues).toEqual(['sync-00D1', 'sync-00D2']);
});
