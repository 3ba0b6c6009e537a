import { expect, test } from '@jest/globals';
import { describeReport, type LoadReport } from './load-report.ts';

const clean: LoadReport = {
  shiftDays: 691,
  loaded: { accounts: 500, usageSnapshots: 10_354, cases: 2_000 },
  rows: { subscriptions: 5_000, usage: 25_000 },
  problems: 0,
  firstProblems: [],
  reportFile: 'problems.csv',
  notes: [],
};

test('a clean load is one line of counts and the word that all is in', () => {
  expect(describeReport(clean)).toEqual([
    '500 accounts (5,000 subscriptions), 10,354 usage snapshots (25,000 rows), 2,000 cases; days moved by 691',
    'Every row was loaded.',
  ]);
});

test('a load with problems says how many, where they all are, and shows the first', () => {
  const lines = describeReport({
    ...clean,
    notes: ['A note.'],
    problems: 7,
    firstProblems: [{ file: 'accounts.csv', line: 3, reason: 'account_id is empty; expected a value' }],
  });
  expect(lines.slice(1)).toEqual([
    'A note.',
    '7 could not be loaded; all of them are in problems.csv:',
    '  accounts.csv, line 3: account_id is empty; expected a value',
  ]);
});
