import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { RunStore } from '../usecases/ports.ts';
import { planRun } from './plan-run.ts';
import { defineJob, plannedRun } from './registry.ts';

const AT = new Date('2026-11-22T09:00:00.000Z');
const RUN_ID = '0b0f8f53-1f0c-4a5c-9d55-0f0a1c1f3a11';
const job = defineJob('sync', plannedRun, async () => undefined);

function setup(planned: boolean, sent: boolean) {
  const finished: string[] = [];
  const runs = {
    planRun: async () => (planned ? RUN_ID : null),
    finishRun: async (_id: string, _at: string, { state }: { state: string }) => void finished.push(state),
  } as unknown as RunStore;
  const queue = { send: async () => sent };
  return { finished, plan: () => planRun(job, '00D', AT, { queue, runs }) };
}

describe('planRun', () => {
  test.each([
    ['planned', true, true, []],
    ['taken', false, true, []],
    ['skipped', true, false, ['skipped']],
  ])('answers %s', async (answer, planned, sent, states) => {
    const { plan, finished } = setup(planned, sent);
    expect(await plan()).toBe(answer);
    expect(finished).toEqual(states);
  });
});

test('a job takes only the data that it is defined for', () => {
  expect(() => plannedRun.parse({ orgId: '00D', runId: 'x' })).toThrow(z.ZodError);
  expect(plannedRun.parse({ orgId: '00D', runId: RUN_ID })).toEqual({ orgId: '00D', runId: RUN_ID });
});
