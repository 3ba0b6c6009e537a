import { expect, test } from '@jest/globals';
import { readRowFormula, type FormulaValue } from './row-formula.ts';

const VALUES: Record<string, FormulaValue> = {
  A$Score: 9,
  A$Blank: null,
  A$Due: '2026-11-12',
  A$At: '2026-11-20T23:59:00.000+0000',
  A$Band: 'At Risk',
  A$Flag: true,
};
const work = (expression: string): FormulaValue =>
  readRowFormula(expression, (token) => (token in VALUES ? token : undefined)).evaluate(
    (token) => VALUES[token] ?? null,
    '2026-11-22',
  );

test.each<[string, FormulaValue]>([
  ['TODAY() - A.Due', 10],
  ['TODAY() - DATEVALUE(A.At)', 2],
  ['A.Due + 30', '2026-12-12'],
  ['IF(A.Score >= 9, 100, IF(A.Score <= 6, -100, 0))', 100],
  ['A.Blank + 1', null],
  ['BLANKVALUE(A.Blank, 5) * 2', 10],
  ['A.Score / 0', null],
  ['A.Blank > 1', false],
  ['AND(A.Flag, ISPICKVAL(A.Band, "At Risk"))', true],
  ['ROUND(A.Score / 7, 2)', 1.29],
  ['MAX(A.Score, 12, -3)', 12],
  ['"Score " & A.Band', 'Score At Risk'],
])('%s is %j', (expression, value) => {
  expect(work(expression)).toBe(value);
});

test.each([
  ['A.Unknown + 1', 'Field A.Unknown does not exist in the report type'],
  ['HYPERLINK("a", "b")', 'does not model the function HYPERLINK in row formulas'],
  ['IF(A.Flag, 1)', "Incorrect number of parameters for function 'IF': 2"],
  ['1 +', 'the formula ends too soon'],
])('%s is refused', (expression, reason) => {
  expect(() => work(expression)).toThrow(reason);
});
