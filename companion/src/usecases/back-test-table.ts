import { backTest, type BackTest } from '../domain/backtest/back-test.ts';
import { readTable, type TableOptions, type TextRow } from '../domain/backtest/read-table.ts';
import { shareWeights } from '../domain/backtest/share-weights.ts';

/** The bands of a table that no rules score: of the probability of loss, in percent. */
const BANDS = { watchFrom: 40, atRiskFrom: 70 };

/** Back-tests any labelled table; a `problem` says why it cannot be read. */
export function backTestTable(
  rows: readonly TextRow[],
  options: TableOptions & { seed: number; onStep(step: string): void },
): { result: BackTest; notes: string[] } | { problem: string } {
  const read = readTable(rows, options);
  if ('problem' in read) return read;
  const { table, left, unlabelled } = read;
  const result = backTest(table, {
    seed: options.seed,
    onStep: options.onStep,
    nonNegative: false,
    bands: BANDS,
    propose: (_model, odds) => shareWeights(odds),
  });
  const notes = [
    ...(unlabelled > 0 ? [`${unlabelled} rows have no ${options.label}, and were left out.`] : []),
    ...left.map(({ column, why }) => `Column ${column} was left out: ${why}.`),
  ];
  return { result, notes };
}
