import type { RowProblem } from './csv/row-problem.ts';

/** What came of loading a dataset. */
export interface LoadReport {
  /** Days that every day of the data was moved by. */
  readonly shiftDays: number;
  /** Records that are in the org now because of this load. */
  readonly loaded: { readonly accounts: number; readonly usageSnapshots: number; readonly cases: number };
  /** Rows of the files behind those records. */
  readonly rows: { readonly subscriptions: number; readonly usage: number };
  /** How many rows or records could not be loaded. */
  readonly problems: number;
  readonly firstProblems: readonly RowProblem[];
  /** The CSV file with file, line and reason of each. */
  readonly reportFile: string;
  /** What the reader of the numbers should know: contradictions of the data and how they were settled. */
  readonly notes: readonly string[];
}

/** The report in a few lines, for a person. */
export function describeReport(report: LoadReport): string[] {
  const { loaded, rows } = report;
  return [
    `${number(loaded.accounts)} accounts (${number(rows.subscriptions)} subscriptions), ` +
      `${number(loaded.usageSnapshots)} usage snapshots (${number(rows.usage)} rows), ${number(loaded.cases)} cases; ` +
      `days moved by ${number(report.shiftDays)}`,
    ...report.notes,
    ...(report.problems === 0
      ? ['Every row was loaded.']
      : [
          `${number(report.problems)} could not be loaded; all of them are in ${report.reportFile}:`,
          ...report.firstProblems.map(({ file, line, reason }) => `  ${file}, line ${line}: ${reason}`),
        ]),
  ];
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
