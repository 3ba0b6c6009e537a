import { expect, test } from '@jest/globals';
import type { ReportResults } from '../analytics/analytics.ts';
import { groupFilters, overridesFor, readFilters, reportUrl } from './reportFilters.ts';

const report = (name: string, dataType: string, dateGranularity = 'Day', isLookup = false) =>
  ({
    reportMetadata: { groupingsDown: [{ name, dateGranularity }], groupingsAcross: [] },
    reportExtendedMetadata: { groupingColumnInfo: { [name]: { label: name, dataType, isLookup } } },
  }) as unknown as ReportResults;
const group = (value: string | null, label = value ?? '-') => ({ key: '0', value, label, groupings: [] });

test.each([
  ['a picklist value', report('A$Tier', 'picklist'), group('Gold'), [{ operator: 'equals', value: 'Gold' }]],
  ['a blank', report('A$Tier', 'picklist'), group(null), [{ operator: 'equals', value: '' }]],
  [
    'a name with a comma',
    report('A$Owner', 'string', 'Day', true),
    group('005', 'Foo, Inc'),
    [{ operator: 'equals', value: '"Foo, Inc"' }],
  ],
  [
    'a month',
    report('A$Due', 'date', 'Month'),
    group('2026-12-01'),
    [
      { operator: 'greaterOrEqual', value: '2026-12-01' },
      { operator: 'lessThan', value: '2027-01-01' },
    ],
  ],
  [
    'a week',
    report('A$Due', 'date', 'Week'),
    group('2026-11-22'),
    [
      { operator: 'greaterOrEqual', value: '2026-11-22' },
      { operator: 'lessThan', value: '2026-11-29' },
    ],
  ],
])('the group of %s is left by its filters', (_what, results, one, expected) => {
  const token = results.reportMetadata.groupingsDown[0]!.name;
  expect(groupFilters(results, token, one)).toEqual(expected.map((filter) => ({ column: token, ...filter })));
});

test('a bucket cannot be filtered by, so its report opens whole', () => {
  expect(groupFilters(report('BucketField_Health', 'picklist'), 'BucketField_Health', group('Poor'))).toEqual(
    [],
  );
});

test('an address carries filters there and back', () => {
  const filters = [{ column: 'A$Tier', operator: 'equals', value: 'At Risk' }];
  const url = new URL(reportUrl('00O1', filters), 'http://org');
  expect(readFilters(url.searchParams.get('filters') ?? undefined)).toEqual(filters);
  expect(reportUrl('00O1')).toBe('/lightning/r/Report/00O1/view');
});

test.each(['not json', '{}', '[{"column":""}]'])('an address that carries %s carries no filters', (text) => {
  expect(readFilters(text)).toEqual([]);
});

test('a changed range of days goes with the run, and the saved one without a change', () => {
  const standardDateFilter = { column: 'a', durationValue: 'CUSTOM', startDate: null, endDate: null };
  const saved = {
    reportBooleanFilter: null,
    standardDateFilter,
  } as unknown as ReportResults['reportMetadata'];
  const changed = { ...standardDateFilter, durationValue: 'INTERVAL_CURY' };
  expect(overridesFor(saved, [], [], 'user', changed)).toMatchObject({ standardDateFilter: changed });
  expect(overridesFor(saved, [], [], 'user')).toMatchObject({ standardDateFilter });
});

test('filters on top of a report hold besides its own logic', () => {
  const saved = { reportBooleanFilter: '1 OR 2' } as ReportResults['reportMetadata'];
  const own = ['a', 'b'].map((column) => ({ column, operator: 'equals', value: '1' }));
  const more = [{ column: 'c', operator: 'equals', value: '2' }];
  expect(overridesFor(saved, own, more, 'user')).toEqual({
    reportFilters: [...own, ...more],
    reportBooleanFilter: '(1 OR 2) AND 3',
    scope: 'user',
  });
});
