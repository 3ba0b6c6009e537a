/** How a column is summarized, as `ReportSummaryType` names it. */
export type SummaryFunction = 'Sum' | 'Average' | 'Minimum' | 'Maximum' | 'Unique';

/** The prefix of a summary in the Analytics API (`s!Account$CS_ARR__c`). */
const PREFIXES: Readonly<Record<SummaryFunction, string>> = {
  Sum: 's',
  Average: 'a',
  Minimum: 'm',
  Maximum: 'mx',
  Unique: 'u',
};

const LABELS: Readonly<Record<SummaryFunction, string>> = {
  Sum: 'Sum of ',
  Average: 'Average ',
  Minimum: 'Smallest ',
  Maximum: 'Largest ',
  Unique: 'Unique ',
};

/** The one summary that belongs to no column. */
export const ROW_COUNT = 'RowCount';

export const SUMMARY_FUNCTIONS = Object.keys(PREFIXES) as SummaryFunction[];

/** A summary of one column. */
export interface Aggregate {
  function: SummaryFunction;
  column: string;
}

/** The name of a summary in the Analytics API. */
export function aggregateName({ function: summary, column }: Aggregate): string {
  return `${PREFIXES[summary]}!${column}`;
}

/** What the platform calls a summary of a column: `Sum of ARR`. */
export function aggregateLabel(summary: SummaryFunction, columnLabel: string): string {
  return `${LABELS[summary]}${columnLabel}`;
}

/** Reads `s!Account$CS_ARR__c`; undefined for RowCount and for names of no summary. */
export function readAggregateName(name: string): Aggregate | undefined {
  const [prefix, ...rest] = name.split('!');
  const summary = SUMMARY_FUNCTIONS.find((one) => PREFIXES[one] === prefix);
  return summary && rest.length > 0 ? { function: summary, column: rest.join('!') } : undefined;
}

/** Whether a metadata value names a summary that the local org works out. */
export function isSummaryFunction(name: string): name is SummaryFunction {
  return name in PREFIXES;
}
