import type { ReportResults } from './analytics.ts';

export interface DashboardComponent {
  id: string;
  header: string | null;
  title: string | null;
  footer: string | null;
  reportId: string;
  properties: {
    visualizationType: string;
    aggregates: { name: string }[];
    groupings: { name: string }[];
    filterColumns: { name: string }[];
    maxRows: number | null;
    sort: string | null;
    visualizationProperties: {
      breakPoints: (number | null)[];
      colors: (string | null)[];
      gaugeMin: number;
      gaugeMax: number | null;
      metricLabel: string | null;
      tableColumns: string[];
    };
  };
}

export interface DashboardFilter {
  name: string;
  options: { id: string; operation: string; value: string }[];
}

export interface DashboardMetadata {
  name: string;
  description: string | null;
  components: DashboardComponent[];
  filters: DashboardFilter[];
  layout: {
    numColumns: number;
    rowHeight: number;
    components: { column: number; row: number; colspan: number; rowspan: number }[];
  };
  runningUser: { displayName: string };
}

/** A dashboard that was run. */
export interface DashboardResults {
  dashboardMetadata: DashboardMetadata;
  componentData: {
    componentId: string;
    reportResult: ReportResults | null;
    status: { dataStatus: string; errorMessage: string | null; refreshDate: string | null };
  }[];
}
