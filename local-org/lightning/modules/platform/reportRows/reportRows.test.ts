import { expect, test } from '@jest/globals';
import type { DataCell, Fact, ReportResults } from '../analytics/analytics.ts';
import { allDetails, tableHeads, tableRows } from './reportRows.ts';

const cell = (value: string | number | boolean | null, recordId: string | null = null): DataCell => ({
  value,
  label: value === null ? '-' : String(value),
  recordId,
});
const fact = (sum: number, count: number, ...rows: DataCell[][]): Fact => ({
  aggregates: [
    { label: `$${sum}`, value: sum },
    { label: String(count), value: count },
  ],
  rows: rows.map((dataCells) => ({ dataCells })),
});
const acme = [cell('Acme', '001A'), cell(100), cell(true)];
const bolt = [cell('Bolt', '001B'), cell(50), cell(false)];
const crux = [cell('Crux', '001C'), cell(null), cell(false)];

const report = {
  factMap: { 'T!T': fact(150, 3), '0!T': fact(100, 2, acme, crux), '1!T': fact(50, 1, bolt) },
  groupingsDown: {
    groupings: [
      { key: '0', label: 'Gold', value: 'Gold', groupings: [] },
      { key: '1', label: 'Silver', value: 'Silver', groupings: [] },
    ],
  },
  groupingsAcross: { groupings: [] },
  reportMetadata: {
    aggregates: ['s!A$ARR', 'RowCount'],
    detailColumns: ['A$Name', 'A$ARR', 'A$Low'],
    groupingsDown: [{ name: 'A$Tier', dateGranularity: 'Day' }],
    showGrandTotal: true,
    sortBy: [{ sortColumn: 'A$ARR', sortOrder: 'Asc' }],
  },
  reportExtendedMetadata: {
    aggregateColumnInfo: {},
    detailColumnInfo: {
      A$Name: { label: 'Account Name', dataType: 'string' },
      A$ARR: { label: 'ARR', dataType: 'currency' },
      A$Low: { label: 'Low Usage', dataType: 'boolean' },
    },
    groupingColumnInfo: { A$Tier: { label: 'Tier', dataType: 'picklist' } },
  },
} as unknown as ReportResults;

test('each group says its name, its count and its summaries before what is in it; the whole comes last', () => {
  const rows = tableRows(report).map(({ kind, cells }) => [
    kind,
    cells[0]!.label,
    cells[1]!.lines.join() || cells[1]!.label,
  ]);
  expect(rows).toEqual([
    ['group', 'Tier: Gold (2)', 'Sum $100'],
    ['detail', 'Acme', '100'],
    ['detail', 'Crux', '-'],
    ['group', 'Tier: Silver (1)', 'Sum $50'],
    ['detail', 'Bolt', '50'],
    ['total', 'Total (3)', 'Sum $150'],
  ]);
});

test('names lead to their records, and checkboxes are words', () => {
  const [, first] = tableRows(report);
  expect(first!.cells.map(({ url }) => url)).toEqual(['/lightning/r/001A/view', undefined, undefined]);
  expect(first!.cells[2]!.label).toBe('Yes');
});

test('a table of a dashboard takes every record in the order of the report, blanks last', () => {
  expect(allDetails(report).map(([name]) => name!.label)).toEqual(['Bolt', 'Acme', 'Crux']);
});

test('columns that the viewer may not read are not there', () => {
  expect(tableHeads(report, ['A$Name', 'A$Secret', 'A$ARR'])).toEqual([
    { token: 'A$Name', label: 'Account Name', isNumber: false },
    { token: 'A$ARR', label: 'ARR', isNumber: true },
  ]);
});
