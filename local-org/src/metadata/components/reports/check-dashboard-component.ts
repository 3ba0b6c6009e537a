import { findReport, findReportType } from '../../../reports/catalog/find-definition.ts';
import type { DashboardComponentDef, DashboardDef } from '../../../reports/model/dashboard-def.ts';
import { filterItemOf } from '../../../reports/model/dashboard-def.ts';
import { reportColumns, type ReportColumns } from '../../../reports/model/report-columns.ts';
import type { ReportDef } from '../../../reports/model/report-def.ts';
import { filterOf } from '../../../reports/plan/report-where.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { childNamed, childrenNamed, type XmlElement } from '../../xml/xml-element.ts';
import type { DeployContext } from '../handler.ts';
import { notFound, problemAt } from '../problem.ts';
import { checkChartGroupings, checkSummarized } from './check-chart.ts';

/** Components that the local org draws, and how many groupings each is of. */
const GROUPINGS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  Metric: [0, 0],
  Gauge: [0, 0],
  Bar: [1, 1],
  BarStacked: [2, 2],
  Column: [1, 1],
  ColumnStacked: [2, 2],
  Line: [1, 1],
  Donut: [1, 1],
  Pie: [1, 1],
  FlexTable: [0, 0],
};

/** Checks one component of a dashboard: its report, what it draws, and the columns that the filters go by. */
export function checkDashboardComponent(
  cell: XmlElement,
  dashboard: DashboardDef,
  def: DashboardComponentDef,
  { org }: DeployContext,
): ComponentProblem[] {
  const component = childNamed(cell, 'dashboardComponent') ?? cell;
  const groupings = GROUPINGS[def.kind];
  if (!groupings) {
    const at = childNamed(component, 'componentType');
    return [problemAt(at, `The local org does not model dashboard components of type ${def.kind}.`)];
  }
  const report = findReport(org.metadata, def.report);
  const type = report && findReportType(org.metadata, report.reportType);
  if (!report || !type) return [notFound(childNamed(component, 'report'), 'report', 'Report', def.report)];
  const columns = reportColumns(org.schema, type, report);
  return [
    ...checkPlace(cell, dashboard, def),
    ...checkGroups(component, def, report, groupings),
    ...checkMeasure(component, def, report),
    ...checkTable(component, def, columns),
    ...checkFilterColumns(component, dashboard, def, columns),
  ];
}

function checkPlace(
  cell: XmlElement,
  { columns }: DashboardDef,
  { place }: DashboardComponentDef,
): ComponentProblem[] {
  if (place.column + place.width <= columns) return [];
  return [
    problemAt(cell, `The component ends in column ${place.column + place.width}; the grid has ${columns}`),
  ];
}

function checkGroups(
  component: XmlElement,
  { kind, groupings }: DashboardComponentDef,
  report: ReportDef,
  [least, most]: readonly [number, number],
): ComponentProblem[] {
  if (groupings.length < least || groupings.length > most) {
    return [problemAt(component, `A ${kind} shows ${least} groupings; found ${groupings.length}`)];
  }
  // https://help.salesforce.com/s/articleView?id=sf.reports_changing_format.htm
  if (report.format === 'Tabular' && report.rowLimit === undefined) {
    const message = `A dashboard shows a tabular report only with a row limit; ${report.fullName} has none`;
    return [problemAt(childNamed(component, 'report'), message)];
  }
  return checkChartGroupings(childNamed(component, 'groupingColumn'), groupings, report);
}

function checkMeasure(
  component: XmlElement,
  { kind, summaries, gauge }: DashboardComponentDef,
  report: ReportDef,
): ComponentProblem[] {
  if (kind === 'FlexTable') return [];
  if (summaries.length !== 1)
    return [problemAt(component, `A ${kind} shows one chartSummary; found ${summaries.length}`)];
  if (kind === 'Gauge' && gauge.max === undefined) return [problemAt(component, 'A Gauge needs gaugeMax')];
  return checkSummarized(childNamed(component, 'chartSummary'), summaries[0]!, report);
}

function checkTable(
  component: XmlElement,
  { kind, tableColumns }: DashboardComponentDef,
  columns: ReportColumns,
): ComponentProblem[] {
  if (kind !== 'FlexTable') return [];
  if (tableColumns.length === 0)
    return [problemAt(component, 'A FlexTable names its columns in flexComponentProperties')];
  return tableColumns
    .filter((token) => !columns.find(token))
    .map((token) =>
      problemAt(component, `Invalid value specified: ${token}; expected a column of the report`),
    );
}

function checkFilterColumns(
  component: XmlElement,
  { filters }: DashboardDef,
  { filterColumns }: DashboardComponentDef,
  columns: ReportColumns,
): ComponentProblem[] {
  // A component without columns for the filters stands as it is, whatever is chosen.
  if (filterColumns.length > 0 && filterColumns.length !== filters.length) {
    return [
      problemAt(
        component,
        `The dashboard has ${filters.length} filters; the component names ${filterColumns.length} dashboardFilterColumns`,
      ),
    ];
  }
  return childrenNamed(component, 'dashboardFilterColumns').flatMap((at, index) => {
    const token = filterColumns[index]!;
    if (!columns.find(token))
      return [problemAt(at, `Invalid value specified: ${token}; expected a column of the report type`)];
    return filters[index]!.options.flatMap((option) => {
      try {
        filterOf(filterItemOf(option, token), { columns });
        return [];
      } catch (error) {
        return [problemAt(at, (error as Error).message)];
      }
    });
  });
}
