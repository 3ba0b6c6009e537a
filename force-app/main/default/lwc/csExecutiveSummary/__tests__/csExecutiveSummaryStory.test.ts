import type { Sentence } from 'c/csExecutiveStory';
import { tellStory } from '../csExecutiveSummaryStory';
import type { StoryFacts } from '../csExecutiveSummaryStory';
import { totals } from './executive';

const mover = (id: string, name: string, change: number) => ({ id, name, change, health: 50, arr: 1_000 });
const csm = (csmId: string, name: string, effort: number) => ({
  csmId,
  name,
  effort,
  effortBefore: null,
  accounts: 10,
  atRisk: 1,
});

const FACTS: StoryFacts = {
  totals: totals(),
  before: totals({ asOf: '2026-08-23', arr: 10_800_000, arrAtRisk: 1_700_000, health: 74.7 }),
  risers: [mover('001Y', 'Yarrow Consulting', 21)],
  fallers: [mover('001N', 'Northwind Logistics', -15)],
  csms: [csm('005D', 'Dana Reyes', 44), csm('005P', 'Priya Nair', 26)],
};

const read = (sentence: Sentence) => sentence.map(({ text }) => text).join('');
const tell = (given: Partial<StoryFacts> = {}) => tellStory({ ...FACTS, ...given }).map(read);

test('the numbers are told in sentences', () => {
  expect(tell()).toEqual([
    '39 customers pay $11.9M a year, up $1.1M since Aug 23, 2026; what 1 of them pay is not known.',
    '5 customers at risk pay $1.7M, 14% of ARR, no change since Aug 23, 2026.',
    '13 contracts of $4.4M renew within 90 days; $3.2M of that is expected to stay.',
    'Of the revenue of a year before, 97.8% is still there; growth of the same customers included, 102.7%.',
    'Average health is 72.7 of 100, down 2 points since Aug 23, 2026.',
    'NPS is +30, by 10 people: between -19 and +65 with 95% confidence.',
    'Northwind Logistics lost the most health in 30 days, 15 points; Yarrow Consulting won the most, 21 points.',
    'Dana Reyes is the most loaded (44 hours a month, 35 on average), with 10 accounts.',
  ]);
});

test('every sentence leads to the records that it speaks of', () => {
  for (const sentence of tellStory(FACTS)) {
    expect(sentence.some(({ measure, accountId }) => measure ?? accountId)).toBe(true);
  }
  const load = tellStory(FACTS)
    .at(-1)
    ?.find(({ measure }) => measure);
  expect(load).toMatchObject({ measure: 'accounts', csmId: '005D' });
});

test('what is not known has no sentence', () => {
  const unknown = { grr: null, nrr: null, health: null, nps: null, promoters: 0, passives: 0, detractors: 0 };
  const sentences = tell({ totals: totals(unknown), risers: [], fallers: [], csms: [] });
  expect(sentences).toHaveLength(3);
});

test.each<[string, Partial<StoryFacts>, string]>([
  ['nobody at risk', { totals: totals({ atRisk: 0, arrAtRisk: 0 }) }, 'No customer is at risk.'],
  ['nothing to renew', { totals: totals({ renewals: 0 }) }, 'Nothing renews within 90 days.'],
  [
    'one who fell and none who rose',
    { risers: [] },
    'Northwind Logistics lost the most health in 30 days, 15 points.',
  ],
  [
    'one who rose and none who fell',
    { fallers: [] },
    'Yarrow Consulting won the most health in 30 days, +21.',
  ],
  [
    'work that is spread evenly',
    { csms: [csm('005D', 'Dana Reyes', 30), csm('005P', 'Priya Nair', 28)] },
    'The work is spread evenly; Dana Reyes has the most, with 10 accounts.',
  ],
])('tells of %s', (_what, given, expected) => {
  expect(tell(given)).toContain(expected);
});

test('open alerts are told with how they moved, and lead to them', () => {
  const given = { totals: totals({ openAlerts: 2 }), before: totals({ asOf: '2026-08-23', openAlerts: 5 }) };
  const alerts = tellStory({ ...FACTS, ...given }).find((sentence) => read(sentence).includes('alerts'));
  expect(alerts?.[0]).toMatchObject({ text: '2 alerts', measure: 'openAlerts' });
  expect(read(alerts ?? [])).toBe('2 alerts are open, down 3 since Aug 23, 2026.');
});

test('a book whose forecast is not told says what renews and no more', () => {
  expect(tell({ totals: totals({ forecast: null }) })).toContain(
    '13 contracts of $4.4M renew within 90 days.',
  );
});
