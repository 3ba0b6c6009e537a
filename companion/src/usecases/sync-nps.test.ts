import { describe, expect, test } from '@jest/globals';
import { buildAnswer, buildTouch } from '../domain/testing/build-signals.ts';
import type { AccountSignals } from '../domain/signals.ts';
import { setup } from './testing/setup.ts';

const A = '001A';
const TOUCHED: Partial<AccountSignals> = { activities: [buildTouch('2026-11-20')] };
const ANSWER = buildAnswer('2026-11-02', 4, { id: 'a04A' });

/** An account on which the companion wrote the NPS of one answer. */
async function setupAnswered() {
  const run = setup();
  run.org.put(A, { ...TOUCHED, npsAnswers: [ANSWER] });
  await run.sync();
  return { ...run, shown: () => run.org.accounts.get(A)?.current ?? {} };
}

const written = { CS_NPS_Score__c: 4, CS_NPS_Date__c: '2026-11-02' };

describe('the NPS of an account, from run to run,', () => {
  test('is written from its answers', async () => {
    const { shown } = await setupAnswered();
    expect(shown()).toMatchObject(written);
  });

  test('is cleared when the last answer is deleted, and not before that is written', async () => {
    const { org, shown, sync, time } = await setupAnswered();
    org.put(A, { ...TOUCHED, nps: { score: 4, on: '2026-11-02' } });
    org.deleted.recordIds = [ANSWER.id];
    org.refuse = (_object, { key }) => ({ key, outcome: 'refused', retry: true, error: 'busy' });
    await sync();
    expect(shown()).toMatchObject(written);

    org.refuse = () => undefined;
    org.deleted.recordIds = [];
    org.changes.push({ object: 'Task', accountId: A, recordId: '00T', at: '2026-11-22T10:00:00.000Z' });
    time.now = '2026-11-22T10:15:00.000Z';
    await sync();
    expect(shown()).toMatchObject({ CS_NPS_Score__c: null, CS_NPS_Date__c: null });
  });

  test('stays what a person entered where there never was an answer', async () => {
    const { org, sync } = setup();
    const entered = { CS_NPS_Score__c: 9, CS_NPS_Date__c: '2026-10-01' };
    org.put(A, { ...TOUCHED, nps: { score: 9, on: '2026-10-01' } }, entered);
    await sync();
    await sync();
    expect(org.accounts.get(A)?.current).toMatchObject(entered);
    expect(org.writes.filter(({ record }) => 'CS_NPS_Score__c' in record.fields)).toEqual([]);
  });

  test('counts for nothing once its answers are gone, even before it is cleared', async () => {
    const { org, store, sync } = await setupAnswered();
    org.put(A, { ...TOUCHED, nps: { score: 4, on: '2026-11-02' } });
    org.deleted.recordIds = [ANSWER.id];
    await sync();
    const missing = store.scores.at(-1)?.result.missing.map(({ factor }) => factor);
    expect(missing).toContain('sentiment');
  });
});
