import { expect, jest, test } from '@jest/globals';
import type { Group, ReportResults } from '../analytics/analytics.ts';

jest.unstable_mockModule('@salesforce/i18n/locale', () => ({ default: 'en-US' }), { virtual: true });
jest.unstable_mockModule('@salesforce/i18n/currency', () => ({ default: 'USD' }), { virtual: true });
const { chartData, shortNumber } = await import('./chartData.ts');

const group = (key: string, label: string, groupings: Group[] = []): Group => ({
  key,
  label,
  value: label,
  groupings,
});
const fact = (value: number) => ({ aggregates: [{ label: `$${value}`, value }] });
const matrix = {
  factMap: {
    'T!T': fact(175),
    '0!T': fact(125),
    '1!T': fact(50),
    'T!0': fact(100),
    'T!1': fact(75),
    '0!0': fact(100),
    '0!1': fact(25),
    '1!1': fact(50),
  },
  groupingsDown: { groupings: [group('0', 'Gold'), group('1', 'Silver')] },
  groupingsAcross: { groupings: [group('0', 'Healthy'), group('1', 'At Risk')] },
  reportMetadata: {
    id: '00O1',
    aggregates: ['s!A$ARR'],
    groupingsDown: [{ name: 'A$Tier', dateGranularity: 'Day' }],
    groupingsAcross: [{ name: 'A$Band', dateGranularity: 'Day' }],
  },
  reportExtendedMetadata: {
    aggregateColumnInfo: { 's!A$ARR': { label: 'Sum of ARR', dataType: 'currency' } },
    groupingColumnInfo: {
      A$Tier: { label: 'Tier', dataType: 'picklist' },
      A$Band: { label: 'Band', dataType: 'picklist' },
    },
  },
} as unknown as ReportResults;
const wish = (groupings: string[], more = {}) => ({ groupings, aggregate: 's!A$ARR', ...more });

test('a bar is a group, its parts are the groups across', () => {
  const { points, series, measure } = chartData(matrix, wish(['A$Tier', 'A$Band']));
  expect(measure).toBe('Sum of ARR');
  expect(series.map(({ label }) => label)).toEqual(['Healthy', 'At Risk']);
  expect(points.map(({ label, value, parts }) => [label, value, parts.map((part) => part.value)])).toEqual([
    ['Gold', 125, [100, 25]],
    ['Silver', 50, [50]],
  ]);
  expect(points[0]!.description).toBe('Gold: $125 (Healthy $100, At Risk $25)');
});

test('groups across can be the bars, and rows their parts', () => {
  const { points } = chartData(matrix, wish(['A$Band', 'A$Tier']));
  expect(points.map(({ label, parts }) => [label, parts.map((part) => part.value)])).toEqual([
    ['Healthy', [100]],
    ['At Risk', [25, 50]],
  ]);
});

test('a part keeps its colour from bar to bar', () => {
  const { points } = chartData(matrix, wish(['A$Tier', 'A$Band']));
  expect(points[1]!.parts[0]!.className).toBe(points[0]!.parts[1]!.className);
});

test('bars are sorted and cut as the dashboard says', () => {
  const { points } = chartData(matrix, wish(['A$Tier'], { sort: 'RowValueAscending', limit: 1 }));
  expect(points.map(({ label }) => label)).toEqual(['Silver']);
});

test('a bar leads to its report with the filter of its group after those of the dashboard', () => {
  const filters = [{ column: 'A$Industry', operator: 'equals', value: 'Energy' }];
  const { points } = chartData(matrix, wish(['A$Tier'], { filters }));
  const carried = new URL(points[0]!.url, 'http://org').searchParams.get('filters');
  expect(JSON.parse(carried!)).toEqual([...filters, { column: 'A$Tier', operator: 'equals', value: 'Gold' }]);
});

test.each([
  [1_717_000, 'currency', '$1.7M'],
  [9_500, 'currency', '$9,500'],
  [72.62, 'double', '72.6'],
  [39, 'int', '39'],
  [12.5, 'percent', '12.5%'],
])('%d as %s reads %s', (value, type, text) => {
  expect(shortNumber(value, type)).toBe(text);
});
