import { expect, test } from '@jest/globals';
import type { TableColumn } from '../../platform/tableColumns/tableColumns.ts';
import { listSummary } from './listSummary.ts';

const COLUMNS = [{ name: 'Name', label: 'Account Name' }] as TableColumn[];

test.each([
  [{ count: 0, hasMore: false, sortBy: 'Name', filters: [] }, '0 items • Sorted by Account Name'],
  [{ count: 1, hasMore: false, sortBy: '-Name', filters: [] }, '1 item • Sorted by Account Name'],
  [{ count: 50, hasMore: true, sortBy: 'Name', filters: [] }, '50+ items • Sorted by Account Name'],
  [
    { count: 2, hasMore: false, sortBy: 'X', filters: ['Band', 'Band', 'Tier'] },
    '2 items • Filtered by Band, Tier',
  ],
])('%j reads as %s', (shown, text) => expect(listSummary(shown, COLUMNS)).toBe(text));
