import fc from 'fast-check';
import { nameBand } from '../src/domain/band.ts';
import { compileWeigher, type NumericReadings } from '../src/domain/compile-weigher.ts';
import type { ScoringConfig } from '../src/domain/scoring-config.ts';
import { scoreRisk } from '../src/domain/score-risk.ts';
import { STARTER_CONFIG } from '../src/domain/starter-config.ts';
import { AS_OF } from '../src/domain/testing/build-signals.ts';
import { anySignals } from '../testing/any-signals.ts';
import { medianTimes } from './median-time.ts';
import type { BenchCase } from './outcome.ts';
import { createRulesEngine, type Judged } from './rules-engine.ts';

const ACCOUNTS = 4_000;
/** The plain function is done with all accounts before the clock has moved: it does them as often as this. */
const REPEATS = 500;
const SEED = 20_261_123;

const reading = fc.option(fc.integer({ min: 0, max: 100 }), { freq: 6 });
const readings = fc.record({
  adoption: reading,
  support: reading,
  sentiment: reading,
  engagement: reading,
  judgement: reading,
  momentum: reading,
  renewal: reading,
});

/** Scoring: the compiled configuration against the same rules in json-rules-engine, on the same random accounts. */
export const scoringCase: BenchCase = {
  name: 'scoring',
  async run() {
    const accounts = fc.sample(readings, { numRuns: ACCOUNTS, seed: SEED });
    const signals = fc.sample(anySignals, { numRuns: ACCOUNTS, seed: SEED });
    const judge = compileJudge(STARTER_CONFIG);
    const runEngine = createRulesEngine(STARTER_CONFIG);
    await assertSame(accounts, judge, runEngine);

    let checksum = 0;
    const [plainTime = NaN, engineTime = NaN, wholeTime = NaN] = await medianTimes([
      () => {
        for (let repeat = 0; repeat < REPEATS; repeat += 1)
          for (const each of accounts) checksum += judge(each).score ?? 0;
      },
      async () => {
        for (const each of accounts) checksum += (await runEngine(each)).score ?? 0;
      },
      () => {
        for (const each of signals) checksum += scoreRisk(each, STARTER_CONFIG, AS_OF).score ?? 0;
      },
    ]);
    const plain = (ACCOUNTS * REPEATS) / plainTime;
    const engine = ACCOUNTS / engineTime;
    return [
      {
        name: 'Readings to score and band: compiled configuration / json-rules-engine',
        ours: `${perSecond(plain)} accounts/s`,
        theirs: `${perSecond(engine)} accounts/s`,
        ratio: plain / engine,
        wanted: { atLeast: 200 },
        notes: [
          `The same score and band for each of ${ACCOUNTS} random accounts (checksum ${checksum}).`,
          `The whole of scoreRisk, from records, with sentences, evidence and the search for what would move the band: ` +
            `${perSecond(ACCOUNTS / wholeTime)} accounts/s.`,
        ],
      },
    ];
  },
};

function compileJudge(config: ScoringConfig): (given: NumericReadings) => Judged {
  const weigh = compileWeigher(config);
  return (given) => {
    const score = weigh(given);
    return { score, band: score === null ? null : nameBand(score, config) };
  };
}

async function assertSame(
  accounts: NumericReadings[],
  judge: (given: NumericReadings) => Judged,
  runEngine: (given: NumericReadings) => Promise<Judged>,
): Promise<void> {
  for (const each of accounts) {
    const [ours, theirs] = [judge(each), await runEngine(each)];
    if (ours.score === theirs.score && ours.band === theirs.band) continue;
    const said = JSON.stringify({ readings: each, ours, theirs });
    throw new Error(
      `The two sides of the scoring benchmark must agree on every account, but do not: ${said}`,
    );
  }
}

const perSecond = (value: number) => Math.round(value).toLocaleString('en-US');
