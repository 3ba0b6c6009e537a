import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anySignals } from '../../testing/any-signals.ts';
import { assembleConfig } from '../domain/assemble-config.ts';
import { STARTER_CONFIG } from '../domain/starter-config.ts';
import { buildOverride, buildSignals, WORKED_EXAMPLE } from '../domain/testing/build-signals.ts';
import { withSetting } from '../domain/tier-config.ts';
import { LISTED_MOVES, previewConfig } from './preview-config.ts';
import { ORG, setup } from './testing/setup.ts';

const AS_OF = '2026-11-22';
/** The starter configuration, but the bands begin elsewhere. */
const bandsAt = (watchFrom: number, atRiskFrom: number) =>
  withSetting(
    withSetting(STARTER_CONFIG, 'bands.watchFrom', { value: watchFrom, reason: 'ours' }),
    'bands.atRiskFrom',
    { value: atRiskFrom, reason: 'ours' },
  );
const preview = ({ store }: ReturnType<typeof setup>, config = bandsAt(60, 90)) =>
  previewConfig(ORG.orgId, config, AS_OF, store);

describe('a preview of a configuration', () => {
  test('names the accounts that would change band, from where to where, and why', async () => {
    const scene = setup();
    scene.org.put('001A', WORKED_EXAMPLE);
    scene.org.put('001B', { renewalDate: '2027-10-01' });
    await scene.sync();
    expect(await preview(scene)).toMatchObject({
      asOf: AS_OF,
      accounts: 2,
      before: { 'At Risk': 1, Watch: 0 },
      after: { 'At Risk': 0, Watch: 1 },
      ...{ changed: 1, worse: 0, better: 1, rescored: 0 },
      moves: [
        {
          ...{ id: '001A', name: 'Account 001A', from: 'At Risk', to: 'Watch', scoreFrom: 77, scoreTo: 77 },
          reason: 'The same score, 77: the band begins elsewhere',
        },
      ],
    });
  });

  test('names the factor that moves the score most', async () => {
    const scene = setup();
    scene.org.put('001A', WORKED_EXAMPLE);
    await scene.sync();
    const weights = { support: 0.02, adoption: 0.06, judgement: 0.38 };
    const config = Object.entries(weights).reduce(
      (changed, [name, value]) => withSetting(changed, `weights.${name}`, { value, reason: 'ours' }),
      bandsAt(40, 90),
    );
    const { moves, rescored } = await preview(scene, config);
    expect(rescored).toBe(1);
    expect(moves).toMatchObject([{ from: 'At Risk', to: 'Watch', reason: 'Adoption −12.5 points' }]);
  });

  test('leaves a band that was set by hand', async () => {
    const scene = setup();
    scene.org.put('001A', { ...WORKED_EXAMPLE, override: buildOverride({ band: 'Healthy' }) });
    await scene.sync();
    expect(await preview(scene)).toMatchObject({ changed: 0, after: { Healthy: 1 } });
  });

  test('keeps and writes nothing', async () => {
    const scene = setup();
    scene.org.put('001A', WORKED_EXAMPLE);
    await scene.sync();
    const { scores, ledger, accounts, configs } = scene.store;
    const state = () => JSON.stringify([scores, [...ledger], [...accounts], configs, scene.org.writes]);
    const before = state();
    await preview(scene);
    expect(state()).toBe(before);
  });

  test('lists no more than a person looks through, and still counts all', async () => {
    const scene = setup();
    for (let index = 1_000; index < 1_000 + LISTED_MOVES + 5; index += 1)
      scene.org.put(`001${index}`, WORKED_EXAMPLE);
    await scene.sync();
    const { changed, moves } = await preview(scene);
    expect([changed, moves.length]).toEqual([LISTED_MOVES + 5, LISTED_MOVES]);
  });

  test('knows of no account before the first sync', async () => {
    expect(await preview(setup())).toMatchObject({ accounts: 0, changed: 0, moves: [] });
  });
});

/** Any configuration that holds: other weights that add up to 1, other bands. */
const aConfig = fc
  .record({
    shares: fc.tuple(...Array.from({ length: 7 }, () => fc.integer({ min: 1, max: 20 }))),
    watchFrom: fc.integer({ min: 10, max: 60 }),
    width: fc.integer({ min: 5, max: 35 }),
    fullFall: fc.integer({ min: 5, max: 40 }),
  })
  .map(({ shares, watchFrom, width, fullFall }) => {
    const total = shares.reduce((sum, share) => sum + share, 0);
    const names = ['Adoption', 'Support', 'Sentiment', 'Engagement', 'Judgement', 'Momentum', 'Renewal'];
    const value = (factor: string, setting: string, to: number, tier: string | null = null) => ({
      ...{ record: 'ours', factor, setting, tier, value: to, reason: '' },
    });
    const assembled = assembleConfig('ours', [
      ...names.map((name, index) => value(name, 'weight', (shares[index] ?? 0) / total)),
      value('Bands', 'watchFrom', watchFrom),
      value('Bands', 'atRiskFrom', watchFrom + width),
      value('Momentum', 'fullFall', fullFall, 'Enterprise'),
    ]);
    if (!assembled.ok) throw new Error(assembled.problems.join('; '));
    return assembled.config;
  });

test('what a preview says is what making it the active configuration then does', async () => {
  const accounts = fc.array(anySignals, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(accounts, aConfig, async (signals, config) => {
      const scene = setup();
      signals.forEach((each, index) => scene.org.put(`001${index}`, buildSignals(each)));
      await scene.sync();
      const shown = () =>
        [...scene.store.accounts.values()].map(({ accountId: id, lastScore: score }) => ({
          id,
          score: score?.score ?? null,
          band: score?.band ?? null,
        }));
      const before = shown();
      const told = await preview(scene, config);
      scene.org.scoring = { kind: 'read', config, recordId: 'a0C1' };
      await scene.sync();
      const after = shown();
      const moved = after.filter(({ band }, index) => band !== before[index]?.band);
      expect(told.moves.map(({ id, to, scoreTo }) => [id, to, scoreTo]).toSorted()).toEqual(
        moved.map(({ id, band, score }) => [id, band, score]).toSorted(),
      );
      for (const band of ['Healthy', 'Watch', 'At Risk'] as const)
        expect(told.after[band]).toBe(after.filter((each) => each.band === band).length);
      expect(told.rescored).toBe(after.filter(({ score }, index) => score !== before[index]?.score).length);
    }),
    { numRuns: 60 },
  );
});
