import type { FilterItem } from './report-def.ts';
import type { Aggregate } from './summary-function.ts';

/** A dashboard as deployed: report components on a grid, and filters over all of them. */
export interface DashboardDef {
  /** `CS_Dashboards/CS_Executive` */
  fullName: string;
  title: string;
  description: string | undefined;
  /** Whose access the components run with: the viewer's, or one user's for all. */
  runningUser: { kind: 'viewer' } | { kind: 'user'; username: string };
  columns: number;
  rowHeight: number;
  components: DashboardComponentDef[];
  filters: DashboardFilterDef[];
}

/** One filter of a dashboard; the column it goes by is each component's own. */
export interface DashboardFilterDef {
  name: string;
  options: { operator: string; values: string[] }[];
}

export interface DashboardComponentDef {
  place: { column: number; row: number; width: number; height: number };
  kind: string;
  header: string | undefined;
  title: string | undefined;
  footer: string | undefined;
  /** Full name of the report. */
  report: string;
  summaries: (Aggregate | 'RowCount')[];
  groupings: string[];
  sortBy: string | undefined;
  maxValues: number | undefined;
  metricLabel: string | undefined;
  /** Below the first, between, above the second: where a gauge and a metric change colour. */
  breakpoints: [number | undefined, number | undefined];
  colors: [string | undefined, string | undefined, string | undefined];
  gauge: { min: number; max: number | undefined };
  tableColumns: string[];
  decimals: number | undefined;
  /** The column each filter of the dashboard goes by, in the order of the filters. */
  filterColumns: string[];
}

/** A chosen option of one dashboard filter, as a filter of a component's report. */
export function filterItemOf(option: DashboardFilterDef['options'][number], column: string): FilterItem {
  return { column, operator: option.operator, value: option.values.map(quoted).join(',') };
}

/** A value with a comma stands in quotes, since commas part alternatives. */
function quoted(value: string): string {
  return value.includes(',') ? `"${value}"` : value;
}
