import { MEASURES } from 'c/csExecutiveMeasures';
import type { MeasureKey } from 'c/csExecutiveMeasures';
import { changeOf, viewBookTiles, viewTiles } from '../csExecutiveSummaryTiles';
import { totals } from './executive';

const BEFORE = totals({ asOf: '2026-08-23' });
const tile = (key: string, given = {}, before: typeof BEFORE | null = BEFORE) =>
  viewTiles({ totals: totals(given), before, trend: [] }).find((each) => each.key === key);

describe('a tile', () => {
  test.each([
    ['arr', '$11,900,000', ['39 customers', '1 account without ARR']],
    ['arrAtRisk', '$1,700,000', ['5 accounts, 14% of ARR']],
    ['renewals', '$4,400,000', ['13 renewals']],
    ['forecast', '$3,200,000', ['73% of what renews in 90 days']],
    ['grr', '97.8%', ['$10.4M of $10.6M a year before']],
    ['nrr', '102.7%', ['$10.9M of $10.6M a year before']],
    ['health', '72.7', ['Out of 100', '2 accounts without health']],
    ['nps', '+30', ['Between -19 and +65 (95%), 10 people', '5 promoters, 3 passives, 2 detractors']],
  ])('of %s says what it is of and what is missing from it', (key, value, details) => {
    expect(tile(key)).toMatchObject({ value, details, canOpen: true });
  });

  test.each([
    ['a year before that is not known', 'grr', { grr: null }, 'The year before is not known yet'],
    [
      'answers that are too few',
      'nps',
      { promoters: 4, passives: 0, detractors: 0, nps: 100 },
      '4 people answered',
    ],
    [
      'answers that there are none of',
      'nps',
      { promoters: 0, passives: 0, detractors: 0, nps: null },
      'Nobody',
    ],
    ['alerts that were not counted', 'openAlerts', {}, 'Not counted on this day'],
  ])('tells of %s instead of a number', (_what, key, given, detail) => {
    const view = tile(key, given);
    expect(view).toMatchObject({ value: '–', canOpen: false });
    expect(view?.details[0]).toContain(detail);
  });

  test('counts open alerts, of which more are worse', () => {
    const before = totals({ openAlerts: 5 });
    expect(tile('openAlerts', { openAlerts: 7 }, before)).toMatchObject({
      value: '7',
      canOpen: true,
      change: { direction: 'up', tone: 'worse' },
    });
  });

  test('says that there is nothing to compare with', () => {
    expect(tile('arr', {}, null)).toMatchObject({
      change: null,
      noChange: 'No totals of a quarter before to compare with',
    });
    expect(tile('grr', { grr: 90 }, totals({ grr: null }))?.noChange).toBe('Not known a quarter before');
  });

  test('draws the days on which its number is known', () => {
    const trend = [
      totals({ asOf: '2026-09-01', grr: null }),
      totals({ asOf: '2026-10-01', grr: 98 }),
      totals(),
    ];
    const view = viewTiles({ totals: totals(), before: null, trend }).find(({ key }) => key === 'grr');
    expect(view?.points.map(({ value }) => value)).toEqual([98, 97.8]);
    expect(view?.trend).toBe('Gross revenue retention: from 98% on Oct 1, 2026 to 97.8% on Nov 22, 2026.');
  });
});

describe('a change', () => {
  test.each<[MeasureKey, object, object]>([
    [
      'arr',
      { arr: 12_000_000 },
      { direction: 'up', tone: 'better', text: 'Up $100K since Aug 23, 2026: better' },
    ],
    ['arr', { arr: 11_800_000 }, { direction: 'down', tone: 'worse' }],
    ['arrAtRisk', { arrAtRisk: 1_800_000 }, { direction: 'up', tone: 'worse' }],
    ['arrAtRisk', { arrAtRisk: 1_600_000 }, { direction: 'down', tone: 'better' }],
    [
      'renewals',
      { renewalsArr: 5_000_000 },
      { direction: 'up', tone: 'neutral', text: 'Up $600K since Aug 23, 2026' },
    ],
    [
      'health',
      { health: 71.7 },
      { direction: 'down', tone: 'worse', text: 'Down 1 point since Aug 23, 2026: worse' },
    ],
    ['grr', {}, { direction: 'level', tone: 'neutral', text: 'No change since Aug 23, 2026' }],
  ])('of %s is judged by which way is good', (key, given, expected) => {
    expect(changeOf(MEASURES[key], totals(given), BEFORE)).toMatchObject(expected);
  });
});

test('a book is told of its accounts as they are, and of nothing that takes the past', () => {
  const tiles = viewBookTiles(totals());
  expect(tiles.map(({ key }) => key)).toEqual(['arr', 'arrAtRisk', 'renewals', 'health']);
  expect(tiles.every(({ change, noChange }) => change === null && noChange === '')).toBe(true);
});
