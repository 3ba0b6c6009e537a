import { describe, expect, test } from '@jest/globals';
import { buildTouch, WORKED_EXAMPLE } from '../domain/testing/build-signals.ts';
import { STARTER_CONFIG } from '../domain/starter-config.ts';
import { findDifferences, replayScore } from './replay-score.ts';
import { MemoryQueries } from './testing/memory-queries.ts';
import { ORG, setup } from './testing/setup.ts';

const A = '001A';

/** An account that was scored on 22 November, and again on the 24th after a touchpoint. */
async function scoredTwice() {
  const { org, store, time, deps, sync } = setup();
  org.put(A, WORKED_EXAMPLE);
  await sync();
  org.put(A, { ...WORKED_EXAMPLE, activities: [buildTouch('2026-11-24')] });
  org.changes.push({ object: 'Task', accountId: A, recordId: '00T', at: '2026-11-24T08:00:00.000Z' });
  time.now = '2026-11-24T09:00:00.000Z';
  await sync();
  const queries = new MemoryQueries(store);
  const { hash } = await deps.config.load(time.now);
  queries.configs.set(hash, structuredClone(STARTER_CONFIG));
  return { store, queries, replay: (day: string) => replayScore(ORG.orgId, A, day, queries) };
}

describe('replayScore', () => {
  test.each([
    ['2026-11-22', '2026-11-22', 77],
    ['2026-11-23', '2026-11-22', 77],
    ['2026-11-24', '2026-11-24', 69],
    ['2027-06-01', '2026-11-24', 69],
  ])('gives on %s the score of %s again, bit for bit', async (day, asOf, score) => {
    const { replay } = await scoredTwice();
    expect(await replay(day)).toMatchObject({ outcome: 'same', kept: { asOf, result: { score } } });
  });

  test('says that there is no score of a day before the first', async () => {
    const { replay } = await scoredTwice();
    expect(await replay('2026-11-21')).toEqual({ outcome: 'no-score' });
  });

  test('names what differs when a kept result was changed', async () => {
    const { store, replay } = await scoredTwice();
    const first = store.scores[0]!.result.contributions[0]!;
    first.points += 0.1;
    expect(await replay('2026-11-22')).toMatchObject({
      outcome: 'differs',
      paths: ['contributions.0.points'],
      again: { score: 77 },
    });
  });

  test('names what differs when a kept input was changed', async () => {
    const { store, replay } = await scoredTwice();
    store.scores[0]!.inputs.nps = { score: 10, on: '2026-11-01' };
    const replayed = await replay('2026-11-22');
    expect(replayed).toMatchObject({ outcome: 'differs', paths: expect.arrayContaining(['score']) });
  });

  test('says that the configuration is gone, or no longer what it was', async () => {
    const { queries, replay } = await scoredTwice();
    const [hash] = [...queries.configs.keys()];
    queries.configs.get(hash!)!.weights.adoption.value = 0.3;
    expect(await replay('2026-11-22')).toMatchObject({
      outcome: 'incomplete',
      missing: expect.stringContaining(`${hash} as it was`),
    });
    queries.configs.clear();
    expect(await replay('2026-11-22')).toMatchObject({ missing: `the configuration ${hash}` });
  });

  test('says that the inputs are gone', async () => {
    const { store, replay } = await scoredTwice();
    store.scores[1]!.inputs = null as never;
    expect(await replay('2026-11-24')).toMatchObject({ missing: 'the inputs of the score' });
  });
});

test.each([
  [{ a: 1 }, { a: 1 }, []],
  [{ a: 1 }, { a: 2 }, ['a']],
  [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, ['a.b.1']],
  [{ a: 1 }, { a: 1, b: null }, ['b']],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, ['the whole (order of its keys)']],
  [1, 2, ['the whole']],
])('findDifferences of %j and %j is %j', (a, b, paths) => {
  expect(findDifferences(a, b)).toEqual(paths);
});
