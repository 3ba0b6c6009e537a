import type { Org } from '../org.ts';
import type { DashboardComponentDef, DashboardDef } from '../reports/model/dashboard-def.ts';
import { aggregateName, ROW_COUNT } from '../reports/model/summary-function.ts';
import type { UserContext } from '../security/types.ts';
import { runningUserOf } from './running-user.ts';

/** A dashboard's metadata: its components and their places, its filters, and whose access it runs with. */
export function dashboardMetadata(
  org: Org,
  user: UserContext,
  { id, def }: { id: string; def: DashboardDef },
): object {
  return {
    attributes: { dashboardId: id, dashboardName: def.title, type: 'Dashboard' },
    canChangeRunningUser: false,
    components: def.components.map((component, index) => componentMetadata(org, id, component, index)),
    dashboardType: def.runningUser.kind === 'viewer' ? 'LoggedInUser' : 'SpecifiedUser',
    description: def.description ?? null,
    developerName: def.fullName.split('/').at(-1),
    filters: def.filters.map(({ name, options }, index) => ({
      name,
      options: options.map(({ operator, values }, place) => ({
        alias: null,
        id: filterOptionId(index, place),
        operation: operator,
        value: values.join(','),
      })),
      selectedOption: null,
    })),
    folderId: org.reportCatalog.folderIdOf('Dashboard', def.fullName) ?? null,
    id,
    layout: {
      components: def.components.map(({ place: { column, row, width, height } }) => ({
        colspan: width,
        column,
        row,
        rowspan: height,
      })),
      gridLayout: true,
      numColumns: def.columns,
      rowHeight: def.rowHeight,
    },
    name: def.title,
    runningUser: runningUserOf(org, user, def).shown,
  };
}

/** The Id of a component, by its place in the dashboard. */
export function componentId(dashboardId: string, index: number): string {
  return `01a${dashboardId.slice(3, 13)}${String(index).padStart(2, '0')}`;
}

/** The Id of one option of one filter. */
export function filterOptionId(filter: number, option: number): string {
  return `0ICTn0000000${filter}${String(option).padStart(2, '0')}`;
}

function componentMetadata(org: Org, dashboardId: string, def: DashboardComponentDef, index: number): object {
  return {
    componentData: index,
    footer: def.footer ?? null,
    header: def.header ?? null,
    id: componentId(dashboardId, index),
    properties: {
      aggregates: def.summaries.map((one) => ({ name: one === ROW_COUNT ? ROW_COUNT : aggregateName(one) })),
      groupings: def.groupings.map((name) => ({ name })),
      maxRows: def.maxValues ?? null,
      sort: def.sortBy ?? null,
      reportFormat: null,
      visualizationType: def.kind,
      visualizationProperties: visualization(def),
      filterColumns: def.filterColumns.map((name) => ({ name })),
    },
    reportId: org.reportCatalog.idOf('Report', def.report) ?? null,
    title: def.title ?? null,
    type: 'Report',
  };
}

function visualization({
  breakpoints,
  colors,
  gauge,
  metricLabel,
  tableColumns,
  decimals,
}: DashboardComponentDef): object {
  return {
    breakPoints: breakpoints.map((value) => value ?? null),
    colors: colors.map((color) => color ?? null),
    decimalPrecision: decimals ?? null,
    gaugeMax: gauge.max ?? null,
    gaugeMin: gauge.min,
    metricLabel: metricLabel ?? null,
    tableColumns,
  };
}
