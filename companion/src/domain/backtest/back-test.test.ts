import { describe, expect, test } from '@jest/globals';
import { backTest } from './back-test.ts';
import type { LabelTable } from './label-table.ts';
import { shareWeights } from './share-weights.ts';
import { buildTable } from './testing/build-table.ts';

const run = (table: LabelTable, seed = 1) =>
  backTest(table, {
    seed,
    nonNegative: false,
    bands: { watchFrom: 40, atRiskFrom: 70 },
    propose: (_model, odds) => shareWeights(odds),
  });

describe('backTest, on customers whose truth is known,', () => {
  const result = run(buildTable(1500, 7));

  test('foretells as well as the truth allows, and its predictions come true', () => {
    // The truth itself, the probability that each loss was drawn from, reaches 0.84 here.
    expect(result.quality?.auc?.value).toBeGreaterThan(0.8);
    expect(result.quality?.auc?.value).toBeLessThan(0.88);
    expect(result.quality?.calibrationError).toBeLessThan(0.04);
    expect(result.quality?.brier).toBeLessThan(result.quality?.brierOfMean ?? 0);
    expect(result.quality?.topDecileLift).toBeGreaterThan(1.8);
  });

  test('finds what matters, and weighs what does not next to nothing', () => {
    expect(result.verdict).toBe('proposed');
    const { signal, plan, noise } = result.weights!;
    expect(signal!.value).toBeGreaterThan(plan!.value);
    expect(noise!.value).toBeLessThan(0.1);
    const sum = Object.values(result.weights!).reduce(
      (total, { value }) => total + Math.round(value * 100),
      0,
    );
    expect(sum).toBe(100);
  });

  test('gives each name the odds ratio that it has', () => {
    const [planB] = result.odds.find(({ column }) => column === 'plan')!.points;
    expect(planB).toMatchObject({ label: 'B' });
    expect(planB!.low).toBeLessThan(Math.E);
    expect(planB!.high).toBeGreaterThan(Math.E);
  });

  test('tells the power of each column by itself', () => {
    const powers = new Map(result.powers.map(({ column, auc }) => [column, auc]));
    expect(powers.get('signal')!.value).toBeGreaterThan(0.75);
    expect(powers.get('plan')!.low).toBeGreaterThan(0.5);
    expect(powers.get('noise')!.low).toBeLessThan(0.5);
  });

  test('has more losses in each worse band', () => {
    const shares = result.bands.map(({ observed }) => observed ?? 0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(result.bands.reduce((sum, { customers }) => sum + customers, 0)).toBe(1500);
  });

  test('is the same each time', () => {
    const table = buildTable(300, 3);
    expect(JSON.stringify(run(table))).toBe(JSON.stringify(run(structuredClone(table))));
  });
});

describe('backTest abstains', () => {
  // Of these seeds none may be taken for signal: the flags are drawn without looking at anything.
  test.each([1, 2, 3, 4, 5, 9])('where the outcome is chance (seed %d)', (seed) => {
    const { verdict, weights, reasons } = run(buildTable(400, seed, { strength: 0 }));
    expect({ verdict, weights }).toEqual({ verdict: 'abstained', weights: null });
    expect(reasons[0]).toMatch(/^No signal: .*99 % interval/);
  });

  test.each([
    [29, /^Too few lost customers: 29; at least 30/],
    [171, /^Too few kept customers: 29; at least 30/],
  ])('where %d of 200 customers were lost', (count, reason) => {
    const table = buildTable(200, 1);
    const examples = table.examples.map((example, index) => ({ ...example, lost: index < count }));
    const result = run({ ...table, examples });
    expect(result).toMatchObject({ verdict: 'abstained', quality: null, weights: null });
    expect(result.reasons[0]).toMatch(reason);
  });

  test('where the scores of today rank as well already', () => {
    const table = buildTable(600, 5);
    const examples = table.examples.map((example) => ({ ...example, score: example.lost ? 90 : 10 }));
    const result = run({ ...table, examples });
    expect(result).toMatchObject({ verdict: 'abstained', presentAuc: { value: 1 }, bandsOf: 'score' });
    expect(result.reasons[0]).toMatch(/^No gain: /);
  });
});

test('a column that was filled in after the fact is warned of', () => {
  const table = buildTable(300, 2);
  const examples = table.examples.map((example) => ({
    ...example,
    cells: [...example.cells, example.lost ? 1 : 0],
  }));
  const { warnings } = run({ columns: [...table.columns, { name: 'left_on', kind: 'number' }], examples });
  expect(warnings).toEqual([expect.stringMatching(/^left_on alone tells almost everything/)]);
});
