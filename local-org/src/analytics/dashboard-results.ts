import { SalesforceError } from '../errors.ts';
import type { Org } from '../org.ts';
import { findReport } from '../reports/catalog/find-definition.ts';
import {
  filterItemOf,
  type DashboardComponentDef,
  type DashboardDef,
} from '../reports/model/dashboard-def.ts';
import type { FilterItem, ReportDef } from '../reports/model/report-def.ts';
import type { UserContext } from '../security/types.ts';
import { componentId, dashboardMetadata, filterOptionId } from './dashboard-metadata.ts';
import { reportResults } from './report-results.ts';
import { runningUserOf } from './running-user.ts';
import { runStoredReport } from './run-stored-report.ts';

type Query = Record<string, unknown>;

/**
 * Runs every component of a dashboard, with the options that `filter1` to `filter3` choose. A component whose
 * report the running user may not run says so in its own status.
 */
export function runDashboard(
  org: Org,
  viewer: UserContext,
  dashboard: { id: string; def: DashboardDef },
  query: Query,
  path: string,
): object {
  const { id, def } = dashboard;
  const { user } = runningUserOf(org, viewer, def);
  const chosen = chosenOptions(def, query);
  return {
    componentData: def.components.map((component, index) => ({
      componentId: componentId(id, index),
      ...runComponent(org, user, component, chosen, path),
    })),
    dashboardMetadata: dashboardMetadata(org, viewer, dashboard),
  };
}

type Chosen = (DashboardDef['filters'][number]['options'][number] | undefined)[];

/** The chosen option of each filter, undefined where none is. */
function chosenOptions({ filters }: DashboardDef, query: Query): Chosen {
  return filters.map(({ name, options }, index) => {
    const asked = query[`filter${index + 1}`];
    if (asked === undefined || asked === '') return undefined;
    const place = options.findIndex((_option, at) => filterOptionId(index, at) === asked);
    if (place >= 0) return options[place];
    throw new SalesforceError(
      'BAD_REQUEST',
      `${String(asked)} is no option of the dashboard filter ${name}.`,
    );
  });
}

function runComponent(
  org: Org,
  user: UserContext,
  component: DashboardComponentDef,
  chosen: Chosen,
  path: string,
): object {
  const report = findReport(org.metadata, component.report);
  const reportId = org.reportCatalog.idOf('Report', component.report);
  if (!report || !reportId)
    return failed('NOT_FOUND', `The report ${component.report} does not exist any more.`);
  const filters = chosen.flatMap((option, index) =>
    option && component.filterColumns[index] ? [filterItemOf(option, component.filterColumns[index])] : [],
  );
  const includeDetails = component.kind === 'FlexTable';
  try {
    const result = runStoredReport(org, user, withFilters(report, filters));
    const status = {
      dataStatus: 'DATA',
      errorCode: null,
      errorMessage: null,
      refreshDate: org.now().toISOString(),
      refreshStatus: 'IDLE',
    };
    return { reportResult: reportResults(org, reportId, result, { includeDetails }, path), status };
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return failed(error.errorCode, error.message);
  }
}

function failed(errorCode: string, errorMessage: string): object {
  return {
    reportResult: null,
    status: { dataStatus: 'ERROR', errorCode, errorMessage, refreshDate: null, refreshStatus: 'IDLE' },
  };
}

/** More filters on top of a report's own, whatever their logic. */
export function withFilters(def: ReportDef, more: readonly FilterItem[]): ReportDef {
  if (more.length === 0) return def;
  const numbers = more.map((_item, index) => String(def.filters.length + index + 1));
  const booleanFilter = def.booleanFilter && [`(${def.booleanFilter})`, ...numbers].join(' AND ');
  return { ...def, filters: [...def.filters, ...more], booleanFilter };
}
