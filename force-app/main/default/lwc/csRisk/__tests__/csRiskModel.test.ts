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

  test('a playbook that has done nothing yet is listed without points', () => {
    const contributions = AT_RISK.contributions.slice(-1).map((item) => ({ ...item, points: 0 }));
    expect(at({ contributions }).contributions.at(-1)).toMatchObject({
      key: 'recovery',
      points: '0.0',
      share: 0,
    });
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
      {
        key: 'support',
        label: 'Support',
        points: '+6.2',
        raises: true,
        cause: 'Case 00001234 was opened',
        records: [{ objectApiName: 'Case', recordId: '500000000000001AAA', label: '00001234' }],
      },
      { key: 'recovery', label: 'Recovery', points: '-1.0', raises: false, cause: '', records: [] },
    ]);
    expect(at({}).changesHeading).toBe('What changed since Nov 21, 2026');
  });

  test('what only rounding moved is one line, so that the lines add up', () => {
    const cause = { kind: 'rounding', text: 'Rounded with the rest', records: [] };
    const rounded = ['adoption', 'renewal'].map((factor) => ({ factor, label: factor, delta: -0.1, cause }));
    expect(at({ changes: [...AT_RISK.changes, ...rounded] }).changes.slice(2)).toMatchObject([
      { key: 'rounding', label: 'Rounding', points: '-0.2' },
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
    [
      { value: 41, source: 'Manual', calculated: null, setOn: '2026-11-03', field: 'Score__c' },
      'Health 41, from Score__c since Nov 3, 2026',
    ],
    [{ value: 44, source: 'Calculated', calculated: 44, setOn: null }, 'Health 44, calculated'],
    [{ value: null, source: null, calculated: null, setOn: null }, null],
  ] as const)('health %p', (health, expected) => {
    expect(at({ health }).health).toBe(expected);
  });

  test('says with which configuration the score was calculated', () => {
    expect(at({}).provenance).toMatch(/^Calculated .*2026.* with configuration$/);
    expect(at({}).config).toEqual({ label: 'starter-1 (a1b2c3d4e5f6)', recordId: 'a0X000000000001AAA' });
    expect(at({ config: { version: 'starter-1', hash: 'a1b2c3d4e5f6' } }).config.recordId).toBeNull();
  });

  test('what would help is told, the smallest change first', () => {
    expect(at({}).help).toEqual({
      moves: [
        'A touchpoint today would move the band to Watch (58).',
        'Closing case 00001234 would move the band to Watch (51).',
      ],
      none: null,
    });
  });

  test('where no single change is enough, that is said and nothing promised', () => {
    expect(at({ counterfactual: null, alternatives: [] }).help).toEqual({
      moves: [],
      none: 'No single change would move the band. Start with what adds most.',
    });
    const text = 'Closing the 2 open cases would lower the risk to 80.';
    const easing = { factor: 'support', kind: 'action', text, score: 80, band: 'At Risk' };
    expect(at({ counterfactual: null, alternatives: [], easing }).help?.none).toBe(
      `No single change would move the band. This would ease it most: ${text}`,
    );
  });

  test('a healthy account needs no help, and is told what would tip it', () => {
    const time = {
      factor: null,
      kind: 'time',
      text: '12 days without anything new would move the band to Watch (40).',
      score: 40,
      band: 'Watch',
    };
    const view = at({ score: 20, band: 'Healthy', counterfactual: null, alternatives: [], tipping: [time] });
    expect(view.help).toBeNull();
    expect(view.tipping).toEqual([time.text]);
  });

  test('the scale shows where the bands of this account begin', () => {
    expect(at({}).gauge).toEqual({ score: 72, band: 'At Risk', watchFrom: 40, atRiskFrom: 70 });
    expect(at({ score: null, band: null }).gauge).toBeNull();
    expect(at({ limits: undefined }).gauge).toBeNull();
  });

  test.each([
    [
      { score: 67, band: 'At Risk', held: true },
      'At Risk is left below 66, so that the band does not change with every point.',
    ],
    [
      { score: 38, band: 'Watch', held: true },
      'Watch is left below 36, so that the band does not change with every point.',
    ],
    [{ score: 72, band: 'At Risk', held: false }, null],
  ])('%j is explained where the band is held on to', (changes, expected) => {
    expect(at(changes).held).toBe(expected);
  });
});
