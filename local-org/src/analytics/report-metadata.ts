import type { Org } from '../org.ts';
import type { GroupingDef, ReportDef } from '../reports/model/report-def.ts';
import { reportTypeApiName, type ReportTypeDef } from '../reports/model/report-type.ts';
import { aggregateName, ROW_COUNT } from '../reports/model/summary-function.ts';
import type { ReportPlan } from '../reports/plan/plan-report.ts';

/** The `reportMetadata` of a report: what was asked, in the API's names. */
export function reportMetadata(org: Org, id: string, plan: ReportPlan, hasDetailRows: boolean): object {
  const { def, type } = plan;
  return {
    aggregates: [...plan.aggregates.map(aggregateName), ROW_COUNT],
    chart: chartOf(def),
    crossFilters: def.crossFilters.map(({ without, relatedTable, joinField, filters }) => ({
      criteria: filters,
      includesObject: !without,
      primaryEntityField: `${type.baseObject}$Id`,
      relatedEntity: relatedTable,
      relatedEntityJoinField: joinField,
    })),
    currency: 'USD',
    description: def.description ?? null,
    detailColumns: plan.details.map(({ token }) => token),
    developerName: def.fullName.split('/').at(-1),
    division: null,
    folderId: org.reportCatalog.folderIdOf('Report', def.fullName) ?? null,
    groupingsAcross: def.groupingsAcross.map(groupingOf),
    groupingsDown: def.groupingsDown.map(groupingOf),
    hasDetailRows,
    hasRecordCount: true,
    historicalSnapshotDates: [],
    id,
    name: def.name,
    reportBooleanFilter: def.booleanFilter ?? null,
    reportFilters: def.filters.map(({ column, operator, value }) => ({
      ...{ column, filterType: 'fieldValue', isRunPageEditable: true, operator, value },
    })),
    reportFormat: def.format.toUpperCase(),
    reportType: typeOf(type),
    scope: def.scope,
    showGrandTotal: def.showGrandTotal,
    showSubtotals: def.showSubtotals,
    sortBy: def.sort ? [{ sortColumn: def.sort.token, sortOrder: def.sort.descending ? 'Desc' : 'Asc' }] : [],
    standardDateFilter: dateFilterOf(def),
    standardFilters: null,
    topRows:
      def.rowLimit === undefined
        ? null
        : { rowLimit: def.rowLimit, direction: def.sort?.descending ? 'Desc' : 'Asc' },
    userOrHierarchyFilterId: null,
  };
}

function typeOf(type: ReportTypeDef): object {
  return { label: type.label, type: reportTypeApiName(type.name) };
}

function groupingOf({ token, dateGranularity, descending, sortBy }: GroupingDef): object {
  const sortAggregate =
    sortBy === undefined ? null : sortBy === ROW_COUNT ? ROW_COUNT : aggregateName(sortBy);
  return { dateGranularity, name: token, sortAggregate, sortOrder: descending ? 'Desc' : 'Asc' };
}

function chartOf({ chart }: ReportDef): object | null {
  if (!chart) return null;
  return {
    chartType: CHART_NAMES[chart.type] ?? chart.type,
    groupings: [chart.grouping, chart.secondaryGrouping].filter((token) => token !== undefined),
    hasLegend: true,
    showChartValues: true,
    summaries: chart.summaries.map((one) => (one === ROW_COUNT ? ROW_COUNT : aggregateName(one))),
    summaryAxisLocations: chart.summaries.map(() => 'Y'),
    title: chart.title ?? null,
  };
}

const CHART_NAMES: Readonly<Record<string, string>> = {
  HorizontalBar: 'Horizontal Bar',
  HorizontalBarStacked: 'Stacked Horizontal Bar',
  VerticalColumn: 'Vertical Bar',
  VerticalColumnStacked: 'Stacked Vertical Bar',
};

function dateFilterOf({ timeFrame }: ReportDef): object | null {
  if (!timeFrame) return null;
  const { column, interval, start, end } = timeFrame;
  const durationValue = interval === 'INTERVAL_CUSTOM' ? 'CUSTOM' : interval;
  return { column, durationValue, startDate: start ?? null, endDate: end ?? null };
}
