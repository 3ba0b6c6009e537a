import { callApi, callServer } from 'platform/http';

export type { DashboardComponent, DashboardMetadata, DashboardResults } from './dashboardTypes.ts';
import type { DashboardResults } from './dashboardTypes.ts';

export interface SummaryCell {
  label: string;
  value: number | null;
}

export interface DataCell {
  label: string;
  value: string | number | boolean | null;
  recordId: string | null;
}

export interface Fact {
  aggregates: SummaryCell[];
  rows?: { dataCells: DataCell[] }[];
}

export interface Group {
  key: string;
  label: string;
  value: string | number | boolean | null;
  groupings: Group[];
}

export interface ColumnInfo {
  label: string;
  dataType: string;
  isLookup?: boolean;
}

export interface ReportFilter {
  column: string;
  operator: string;
  value: string;
}

export interface GroupingInfo {
  name: string;
  dateGranularity: string;
}

export interface ReportMetadata {
  id: string;
  name: string;
  description: string | null;
  aggregates: string[];
  chart: { chartType: string; groupings: string[]; summaries: string[]; title: string | null } | null;
  detailColumns: string[];
  groupingsDown: GroupingInfo[];
  groupingsAcross: GroupingInfo[];
  reportFilters: ReportFilter[];
  reportBooleanFilter: string | null;
  crossFilters: { includesObject: boolean; relatedEntity: string }[];
  reportFormat: 'TABULAR' | 'SUMMARY' | 'MATRIX';
  reportType: { label: string };
  scope: 'organization' | 'user';
  showGrandTotal: boolean;
  sortBy: { sortColumn: string; sortOrder: 'Asc' | 'Desc' }[];
  standardDateFilter: {
    column: string;
    durationValue: string;
    startDate: string | null;
    endDate: string | null;
  } | null;
}

/** A report that was run, as the Analytics API answers it. */
export interface ReportResults {
  allData: boolean;
  factMap: Record<string, Fact>;
  groupingsDown: { groupings: Group[] };
  groupingsAcross: { groupings: Group[] };
  reportMetadata: ReportMetadata;
  reportExtendedMetadata: {
    aggregateColumnInfo: Record<string, ColumnInfo>;
    detailColumnInfo: Record<string, ColumnInfo>;
    groupingColumnInfo: Record<string, ColumnInfo>;
  };
}

export interface ReportTypeColumns {
  reportTypeMetadata: { categories: { label: string; columns: Record<string, ColumnInfo> }[] };
}

/** A report or dashboard in its list. */
export interface AnalyticsItem {
  id: string;
  name: string;
  description: string | null;
  folder: string;
  changed: string;
  format: string | null;
}

/** What a run may change of a report. */
export type ReportOverrides = Partial<
  Pick<ReportMetadata, 'reportFilters' | 'reportBooleanFilter' | 'scope' | 'standardDateFilter'>
>;

/** Runs a report with its details. */
export function runReport(id: string, overrides?: ReportOverrides): Promise<ReportResults> {
  const path = `/analytics/reports/${id}?includeDetails=true`;
  return overrides ? callApi('POST', path, { reportMetadata: overrides }) : callApi('GET', path);
}

/** What a report is made of, and the columns of its type. */
export function describeReport(id: string): Promise<ReportTypeColumns> {
  return callApi('GET', `/analytics/reports/${id}/describe`);
}

/** Runs every component of a dashboard with the chosen options of its filters, empty where none is. */
export function runDashboard(id: string, options: readonly string[]): Promise<DashboardResults> {
  const chosen = options
    .map((option, index) => [`filter${index + 1}`, option])
    .filter(([, option]) => option);
  return callApi('GET', `/analytics/dashboards/${id}?${new URLSearchParams(chosen as [string, string][])}`);
}

/** The reports, or the dashboards, that the user may see. */
export function listAnalytics(objectApiName: string): Promise<AnalyticsItem[]> {
  return callServer('GET', `/lightning/shell/analytics/${objectApiName}`);
}
