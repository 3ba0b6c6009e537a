import fc from 'fast-check';
import { ALL_CUSTOMERS, MEASURES } from 'c/csExecutiveMeasures';
import type { MeasureKey, Segment } from 'c/csExecutiveMeasures';
import {
  addUpList,
  compareWithTotal,
  columnsOf,
  sourceOf,
  sumUp,
  variablesOf,
} from '../csExecutiveAccountsModel';
import type { Selection } from '../csExecutiveAccountsModel';
import type { CustomerRow } from '../csExecutiveAccountsRead';
import { groupByBand, matches } from './org';
import type { Fields } from './org';

const TODAY = '2026-11-22';
const SHARES = { Healthy: 0.97, Watch: 0.85, 'At Risk': 0.5, unscored: 0.9 };

function selection(given: Partial<Selection> = {}): Selection {
  return {
    measure: 'arr',
    segment: ALL_CUSTOMERS,
    asOf: TODAY,
    isLatest: true,
    isKept: false,
    yearAgoDay: '2025-11-01',
    keptDay: '2026-11-01',
    shares: SHARES,
    counted: null,
    ...given,
  };
}

function row(given: Partial<CustomerRow> = {}): CustomerRow {
  const unknown = { band: null, arr: null, health: null, renewal: null, arrThen: null, retained: null };
  return { id: '001A', name: 'Acme', ...unknown, ...given };
}

const account: fc.Arbitrary<Fields> = fc.record({
  CS_Status__c: fc.constantFrom('Active', 'Renewing', 'Churned', null),
  CS_Risk_Band__c: fc.constantFrom('Healthy', 'Watch', 'At Risk', null),
  CS_ARR__c: fc.option(fc.integer({ min: 0, max: 900_000 })),
  CS_Health__c: fc.option(fc.integer({ min: 0, max: 100 })),
  CS_Renewal_Date__c: fc.option(
    fc.constantFrom('2026-11-21', TODAY, '2026-12-24', '2027-02-20', '2027-02-21', '2028-01-01'),
  ),
  CS_Tier__c: fc.constantFrom('Strategic', 'Growth'),
  CS_As_Of__c: fc.constant(TODAY),
});

/** What the companion writes of the same accounts: docs/metrics.md, Totals of a day. */
function totalled(measure: MeasureKey, accounts: readonly Fields[]): number | null {
  const current = accounts.filter(({ CS_Status__c }) => CS_Status__c !== 'Churned');
  const sum = (of: readonly Fields[], share: (each: Fields) => number = () => 1) =>
    of.reduce((total, each) => total + Math.round(Number(each.CS_ARR__c ?? 0) * 100 * share(each)), 0) / 100;
  const renewing = current.filter(
    ({ CS_Renewal_Date__c: day }) => day !== null && day! >= TODAY && day! <= '2027-02-20',
  );
  const inBand = (band: string | null) => current.filter(({ CS_Risk_Band__c }) => CS_Risk_Band__c === band);
  const healths = current
    .filter(({ CS_Health__c }) => CS_Health__c !== null)
    .map(({ CS_Health__c }) => Number(CS_Health__c));
  const meanHealth = Math.round((10 * healths.reduce((a, b) => a + b, 0)) / healths.length) / 10;
  const values: Partial<Record<MeasureKey, number | null>> = {
    accounts: current.length,
    arr: sum(current),
    arrAtRisk: sum(inBand('At Risk')),
    renewals: sum(renewing),
    forecast: sum(
      renewing,
      ({ CS_Risk_Band__c: band }) => SHARES[(band ?? 'unscored') as keyof typeof SHARES],
    ),
    health: healths.length === 0 ? null : meanHealth,
    healthy: inBand('Healthy').length,
    watch: inBand('Watch').length,
    atRisk: inBand('At Risk').length,
    unscored: inBand(null).length,
  };
  return values[measure] ?? null;
}

const SUMMED: MeasureKey[] = [
  ...(['accounts', 'arr', 'arrAtRisk', 'renewals', 'forecast', 'health'] as const),
  ...(['healthy', 'watch', 'atRisk', 'unscored'] as const),
];

describe('the accounts behind a number', () => {
  test.each(SUMMED)('come to the total, whatever the accounts: %s', (measure) => {
    fc.assert(
      fc.property(fc.array(account, { maxLength: 30 }), fc.boolean(), (accounts, isLatest) => {
        const asked = variablesOf(selection({ measure, isLatest, isKept: true }));
        const found = accounts.filter((each) =>
          matches(asked?.where as object as Record<string, unknown>, each),
        );
        expect(addUpList(selection({ measure }), groupByBand(found), [])).toEqual(
          totalled(measure, accounts),
        );
      }),
    );
  });

  test('are those of the segment', () => {
    const tier: Segment = { scope: 'Tier', value: 'Growth', label: 'Growth' };
    const accounts = fc.array(account, { maxLength: 30 });
    fc.assert(
      fc.property(accounts, fc.boolean(), (all, isLatest) => {
        const asked = variablesOf(selection({ segment: tier, isLatest, isKept: true }));
        const found = all.filter((each) => matches(asked?.where as Record<string, unknown>, each));
        const ofTier = all.filter(({ CS_Tier__c }) => CS_Tier__c === 'Growth');
        expect(addUpList(selection(), groupByBand(found), [])).toBe(totalled('arr', ofTier));
      }),
    );
  });

  test('tell retention from what each paid and pays, growth counted in the net alone', () => {
    const rows = [
      row({ arrThen: 100_000, arr: 120_000, retained: 100_000 }),
      row({ arrThen: 80_000, arr: 60_000, retained: 60_000 }),
      row({ arrThen: 20_000, arr: 0, retained: 0 }),
      row({ arrThen: 50_000, arr: null, retained: null }),
    ];
    expect(addUpList(selection({ measure: 'grr' }), [], rows)).toBe(80);
    expect(addUpList(selection({ measure: 'nrr' }), [], rows)).toBe(90);
    expect(addUpList(selection({ measure: 'grr' }), [], [])).toBeNull();
  });
});

describe('where the accounts are found', () => {
  test.each<[string, Partial<Selection>, string | null]>([
    ['of the newest day: the accounts as they are', {}, 'accounts'],
    ['of a day of which accounts are kept: as they were', { isLatest: false, isKept: true }, 'snapshots'],
    ['of any other day: nowhere', { isLatest: false }, null],
    ['retention now: those of a year ago', { measure: 'grr' }, 'yearAgo'],
    ['retention now, without a year ago: nowhere', { measure: 'nrr', yearAgoDay: null }, null],
    ['retention then: as they were', { measure: 'nrr', isLatest: false, isKept: true }, 'snapshots'],
  ])('%s', (_what, given, expected) => {
    expect(sourceOf(selection(given))).toBe(expected);
    expect(variablesOf(selection(given)) === undefined).toBe(expected === null);
  });

  test('asks for customers of a year ago in the segment that they are in now', () => {
    const segment: Segment = { scope: 'Tier', value: 'Growth', label: 'Growth' };
    expect(variablesOf(selection({ measure: 'grr', segment }))?.where).toEqual({
      and: [
        { CS_Account__r: { CS_Tier__c: { eq: 'Growth' } } },
        { CS_As_Of__c: { eq: { value: '2025-11-01' } }, CS_ARR__c: { gt: 0 } },
      ],
    });
  });
});

describe('the words beside the list', () => {
  test('say what the accounts come to, and how many are shown', () => {
    expect(sumUp(selection(), 50, 120, 2_690_000)).toBe(
      '50 of 120 accounts shown. Together: $2,690,000 total ARR.',
    );
    expect(sumUp(selection({ measure: 'watch' }), 1, 1, 1)).toBe('1 account.');
  });

  test('say that the list and the total agree', () => {
    expect(compareWithTotal(selection({ counted: 600 }), 600)).toBe('The same as the total of Nov 22, 2026.');
  });

  test.each([
    [true, 'Accounts have changed since it was taken, or are not shared with you.'],
    [false, 'Some of its accounts are gone since, or are not shared with you.'],
  ])('say why they do not (newest day: %s)', (isLatest, why) => {
    const text = compareWithTotal(selection({ counted: 600, isLatest }), 500);
    expect(text).toBe(`The total of Nov 22, 2026 is $600. ${why}`);
  });

  test('say nothing where a number is not known', () => {
    expect(compareWithTotal(selection({ counted: null }), 500)).toBe('');
  });
});

test('an amount that is not known is told as such, not as zero', () => {
  const texts = columnsOf(selection({ measure: 'forecast' })).map(({ label, textOf }) => [
    label,
    textOf(row()),
  ]);
  expect(texts).toEqual([
    ['Health', 'Not known'],
    ['ARR', 'Not known'],
    ['Expected to stay', 'Not known'],
    ['Renewal', '–'],
  ]);
  expect(MEASURES.forecast.kind).toBe('money');
});

test('a forecast whose shares were not kept is not told, neither of an account nor of all', () => {
  const forecast = selection({ measure: 'forecast', shares: null });
  const texts = columnsOf(forecast).map(({ textOf }) => textOf(row({ arr: 100, band: 'Watch' })));
  expect(texts[2]).toBe('Not known');
  expect(addUpList(forecast, groupByBand([{ CS_Risk_Band__c: 'Watch', CS_ARR__c: 100 }]), [])).toBeNull();
});
