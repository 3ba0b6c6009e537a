import type { FieldValue } from '../../records/types.ts';
import type { ReportPlan } from '../plan/plan-report.ts';
import type { GroupNode } from './group-tree.ts';

/** One value of a detail row. */
export interface DataCell {
  label: string;
  value: FieldValue;
  /** The record that the label is the name of. */
  recordId: string | null;
}

/** One value of a summary; null where there was nothing to summarize. */
export interface SummaryCell {
  label: string;
  value: number | null;
}

/** What lies at the crossing of a row group and a column group. */
export interface Fact {
  /** In the order of the plan's aggregates, the number of records last. */
  aggregates: SummaryCell[];
  /** Details, at the innermost groups only. */
  rows: DataCell[][];
}

/** What running a report gave. */
export interface ReportResult {
  plan: ReportPlan;
  down: GroupNode[];
  across: GroupNode[];
  /** By key: `T!T` is the whole report, `0_1!2` the third column of the second group in the first. */
  facts: Map<string, Fact>;
  /** Records that match, before a row limit. */
  recordCount: number;
}
