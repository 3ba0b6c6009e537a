import {
  childNamed,
  childNumber,
  childrenNamed,
  childText,
  type XmlElement,
} from '../../metadata/xml/xml-element.ts';
import type { DashboardComponentDef, DashboardDef } from './dashboard-def.ts';
import { readChartSummary } from './read-chart.ts';

/** Reads a deployed Dashboard. */
export function readDashboard(fullName: string, root: XmlElement): DashboardDef {
  const layout = childNamed(root, 'dashboardGridLayout');
  return {
    fullName,
    title: childText(root, 'title') ?? fullName,
    description: childText(root, 'description'),
    runningUser:
      childText(root, 'dashboardType') === 'LoggedInUser'
        ? { kind: 'viewer' }
        : { kind: 'user', username: childText(root, 'runningUser') ?? '' },
    columns: childNumber(layout, 'numberOfColumns') ?? 0,
    rowHeight: childNumber(layout, 'rowHeight') ?? 0,
    components: layout ? childrenNamed(layout, 'dashboardGridComponents').map(readComponent) : [],
    filters: childrenNamed(root, 'dashboardFilters').map((filter) => ({
      name: childText(filter, 'name') ?? '',
      options: childrenNamed(filter, 'dashboardFilterOptions').map((option) => ({
        operator: childText(option, 'operator') ?? '',
        values: childrenNamed(option, 'values').map(({ text }) => text.trim()),
      })),
    })),
  };
}

function readComponent(cell: XmlElement): DashboardComponentDef {
  const component = childNamed(cell, 'dashboardComponent') ?? cell;
  const flexible = childNamed(component, 'flexComponentProperties');
  return {
    place: {
      column: childNumber(cell, 'columnIndex') ?? 0,
      row: childNumber(cell, 'rowIndex') ?? 0,
      width: childNumber(cell, 'colSpan') ?? 1,
      height: childNumber(cell, 'rowSpan') ?? 1,
    },
    kind: childText(component, 'componentType') ?? '',
    header: childText(component, 'header'),
    title: childText(component, 'title'),
    footer: childText(component, 'footer'),
    report: childText(component, 'report') ?? '',
    summaries: childrenNamed(component, 'chartSummary').map(readChartSummary),
    groupings: childrenNamed(component, 'groupingColumn').map(({ text }) => text.trim()),
    sortBy: childText(component, 'sortBy'),
    maxValues: childNumber(component, 'maxValuesDisplayed'),
    metricLabel: childText(component, 'metricLabel'),
    breakpoints: [
      childNumber(component, 'indicatorBreakpoint1'),
      childNumber(component, 'indicatorBreakpoint2'),
    ],
    colors: [
      childText(component, 'indicatorLowColor'),
      childText(component, 'indicatorMiddleColor'),
      childText(component, 'indicatorHighColor'),
    ],
    gauge: { min: childNumber(component, 'gaugeMin') ?? 0, max: childNumber(component, 'gaugeMax') },
    tableColumns: (flexible ? childrenNamed(flexible, 'flexTableColumn') : []).map(
      (column) => childText(column, 'reportColumn') ?? '',
    ),
    decimals: childNumber(component, 'decimalPrecision'),
    filterColumns: childrenNamed(component, 'dashboardFilterColumns').map(
      (column) => childText(column, 'column') ?? '',
    ),
  };
}
