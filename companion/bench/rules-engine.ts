import { Engine, type Almanac } from 'json-rules-engine';
import type { RiskBand } from '../src/domain/band.ts';
import type { NumericReadings } from '../src/domain/compile-weigher.ts';
import { MEASURES } from '../src/domain/factors.ts';
import type { ScoringConfig } from '../src/domain/scoring-config.ts';

export interface Judged {
  score: number | null;
  band: RiskBand | null;
}

const EXTRAS = ['momentum', 'renewal'] as const;
const FACTORS = [...MEASURES, ...EXTRAS];
type Weighed = (typeof FACTORS)[number];

/**
 * The weighing of numeric readings as a person would set it up in json-rules-engine: a rule for each factor that is
 * known, which adds its points, and then a rule for each band. Computed facts do the arithmetic that conditions cannot.
 */
export function createRulesEngine(config: ScoringConfig): (readings: NumericReadings) => Promise<Judged> {
  const { weights, shortfall, bands } = config;
  const engine = new Engine([], { allowUndefinedFacts: true });
  let gross = 0;

  engine.addFact('stretch', async (_params, almanac: Almanac) => {
    const weightOf = async (factor: Weighed) =>
      (await almanac.factValue<number | null>(factor)) === null ? 0 : weights[factor].value;
    let measures = 0;
    for (const factor of MEASURES) measures += await weightOf(factor);
    let extras = 0;
    for (const factor of EXTRAS) extras += await weightOf(factor);
    return (1 - extras) / measures;
  });

  for (const [index, factor] of FACTORS.entries()) {
    const isMeasure = index < MEASURES.length;
    const weight = weights[factor].value;
    engine.addRule({
      name: factor,
      priority: 100 - index,
      conditions: { all: [{ fact: factor, operator: 'notEqual', value: null }] },
      event: { type: 'points' },
      onSuccess: async (_event, almanac) => {
        const value = await almanac.factValue<number>(factor);
        if (!isMeasure) {
          gross += weight * value;
          return;
        }
        const lost = (value - shortfall.noneFrom.value) / (shortfall.fullAt.value - shortfall.noneFrom.value);
        const stretch = await almanac.factValue<number>('stretch');
        gross += weight * stretch * (100 * Math.min(1, Math.max(0, lost)));
      },
    });
  }
  engine.addRule({
    name: 'score',
    priority: 50,
    conditions: { any: MEASURES.map((fact) => ({ fact, operator: 'notEqual', value: null })) },
    event: { type: 'score' },
    onSuccess: (_event, almanac) => almanac.addRuntimeFact('score', Math.max(0, Math.round(gross))),
  });
  const bandRule = (band: RiskBand, from: number | null, below: number | null, priority: number) =>
    engine.addRule({
      name: band,
      priority,
      conditions: {
        all: [
          ...(from === null ? [] : [{ fact: 'score', operator: 'greaterThanInclusive', value: from }]),
          ...(below === null ? [] : [{ fact: 'score', operator: 'lessThan', value: below }]),
        ],
      },
      event: { type: 'band', params: { band } },
    });
  bandRule('At Risk', bands.atRiskFrom.value, null, 30);
  bandRule('Watch', bands.watchFrom.value, bands.atRiskFrom.value, 20);
  bandRule('Healthy', null, bands.watchFrom.value, 10);

  return async (readings) => {
    gross = 0;
    const { events, almanac } = await engine.run(readings);
    const band = events.find(({ type }) => type === 'band')?.params?.['band'] as RiskBand | undefined;
    return { score: (await almanac.factValue<number | undefined>('score')) ?? null, band: band ?? null };
  };
}
