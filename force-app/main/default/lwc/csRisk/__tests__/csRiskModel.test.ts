import { viewRisk } from '../csRiskModel';
import { AT_RISK } from './explanations';

const at = (changes: Partial<typeof AT_RISK>) => viewRisk({ ...AT_RISK, ...changes });

describe('viewRisk', () => {
  test('bars are drawn against the largest contribution, and factors without points are left out', () => {
    expect(at({}).contributions).toMatchObject([
      { key: 'support', points: '+50.0', share: 100, lowers: false, measure: '35 of 100' },
      { key: 'renewal', points: '+27.0', share: 54, lowers: false, measure: null },
      { key: 'recovery', points: '-5.0', share: 10, lowers: true, measure: null },
    ]);
  });

  test.each([
    [5, 5, ''],
    [6, 5, 'and 1 more'],
  ])('of %d records %d are linked and the rest is counted: %s', (count, linked, more) => {
    const records = Array.from({ length: count }, (_, index) => ({
      object: 'Case',
      id: `50000000000000${index}AAA`,
      label: `0000100${index}`,
    }));
    const [support] = AT_RISK.contributions.map((item) => ({ ...item, records }));
    const [view] = at({ contributions: support ? [support] : [] }).contributions;
    expect(view?.records).toHaveLength(linked);
    expect(view?.more).toBe(more);
  });

  test('a missing measure is named with the weight it would have had', () => {
    expect(at({}).missing).toEqual([
      { key: 'adoption', text: 'Adoption (would weigh 25%): No usage has been recorded' },
    ]);
  });

  test('what raised the risk is told from what lowered it', () => {
    expect(at({}).changes).toEqual([
      { key: 'support', label: 'Support', text: '+6.2', variant: 'slds-text-color_error' },
      { key: 'recovery', label: 'Recovery', text: '-1', variant: 'slds-text-color_success' },
    ]);
  });

  test.each([
    [{ score: 65, band: 'Watch' }, '7 points higher than on Nov 21, 2026 (65, Watch)'],
    [{ score: 73, band: 'At Risk' }, '1 point lower than on Nov 21, 2026 (73, At Risk)'],
    [{ score: 72, band: 'At Risk' }, 'Unchanged since Nov 21, 2026'],
  ])('against the previous score %p', (previous, expected) => {
    expect(at({ previous: { ...previous, scoredAt: '2026-11-21T20:00:00.000Z' } }).sincePrevious).toBe(
      expected,
    );
  });

  test.each([
    [72, null],
    [72, { score: null, band: null, scoredAt: '2026-11-21T20:00:00.000Z' }],
    [null, AT_RISK.previous],
  ])('%p is not compared with %p', (score, previous) => {
    expect(at({ score, previous }).sincePrevious).toBeNull();
  });

  test('while nothing is known of the account there is no score and no band', () => {
    expect(at({ score: null, band: null, contributions: [] })).toMatchObject({
      score: '–',
      band: null,
      scoreLabel: 'No risk score yet',
      contributions: [],
    });
  });

  test.each([
    [
      { value: 41, source: 'Manual', calculated: 44, setOn: '2026-11-03' },
      'Health 41, set by hand on Nov 3, 2026; calculated it would be 44',
    ],
    [{ value: 41, source: 'Manual', calculated: null, setOn: null }, 'Health 41, set by hand'],
    [{ value: 44, source: 'Calculated', calculated: 44, setOn: null }, 'Health 44, calculated'],
    [{ value: null, source: null, calculated: null, setOn: null }, null],
  ] as const)('health %p', (health, expected) => {
    expect(at({ health }).health).toBe(expected);
  });

  test('says with which configuration the score was calculated', () => {
    expect(at({}).provenance).toMatch(/^Calculated .*2026.* with configuration starter-1 \(a1b2c3d4e5f6\)$/);
  });

  test('without a counterfactual nothing is promised', () => {
    expect(at({ counterfactual: null }).help).toBeNull();
  });
});
