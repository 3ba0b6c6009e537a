import type { Aggregate, SummaryFunction } from './summary-function.ts';

export type ReportFormat = 'Tabular' | 'Summary' | 'Matrix';

/** A report as deployed; columns are named by tokens such as `Account$CS_ARR__c`. */
export interface ReportDef {
  /** `CS_Reports/CS_At_Risk_Accounts` */
  fullName: string;
  name: string;
  description: string | undefined;
  format: ReportFormat;
  /** The report type's own name, without `__c`. */
  reportType: string;
  columns: { token: string; functions: SummaryFunction[] }[];
  groupingsDown: GroupingDef[];
  groupingsAcross: GroupingDef[];
  filters: FilterItem[];
  booleanFilter: string | undefined;
  crossFilters: CrossFilterDef[];
  timeFrame: TimeFrameDef | undefined;
  /** `organization`: every record that the viewer may see; `user`: those that she owns. */
  scope: 'organization' | 'user';
  formulas: RowFormulaDef[];
  buckets: BucketDef[];
  chart: ChartDef | undefined;
  showDetails: boolean;
  showGrandTotal: boolean;
  showSubtotals: boolean;
  sort: { token: string; descending: boolean } | undefined;
  rowLimit: number | undefined;
}

export type DateGranularity = 'None' | 'Day' | 'Week' | 'Month' | 'Quarter' | 'Year';

export interface GroupingDef {
  token: string;
  dateGranularity: DateGranularity;
  descending: boolean;
  /** Sorts groups by a summary of theirs instead of their value; `RowCount` counts. */
  sortBy: Aggregate | 'RowCount' | undefined;
}

export interface FilterItem {
  column: string;
  operator: string;
  /** Values separated by commas are alternatives; an empty one means blank. */
  value: string;
}

/** Base records with, or without, related ones. */
export interface CrossFilterDef {
  without: boolean;
  relatedTable: string;
  joinField: string;
  /** Columns are fields of the related table. */
  filters: FilterItem[];
}

export interface TimeFrameDef {
  column: string;
  /** `INTERVAL_LAST90`; `INTERVAL_CUSTOM` goes by start and end. */
  interval: string;
  start: string | undefined;
  end: string | undefined;
}

/** A formula worked out for every row; `CDF1` is its token. */
export interface RowFormulaDef {
  token: string;
  label: string;
  dataType: string;
  scale: number;
  expression: string;
}

/** Number ranges that rows are put into; a range holds what is above `from`, up to and including `to`. */
export interface BucketDef {
  token: string;
  label: string;
  source: string;
  blankIsZero: boolean;
  ranges: { label: string; from: number | undefined; to: number | undefined }[];
}

export interface ChartDef {
  type: string;
  title: string | undefined;
  grouping: string | undefined;
  secondaryGrouping: string | undefined;
  /** What the length of a bar, the height of a point or the size of a slice stands for. */
  summaries: (Aggregate | 'RowCount')[];
}
