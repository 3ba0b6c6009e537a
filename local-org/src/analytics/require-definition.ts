import { SalesforceError } from '../errors.ts';
import { normalizeId } from '../ids.ts';
import type { Org } from '../org.ts';
import type { FolderKind } from '../reports/catalog/report-catalog.ts';
import { findDashboard, findReport } from '../reports/catalog/find-definition.ts';
import type { DashboardDef } from '../reports/model/dashboard-def.ts';
import type { ReportDef } from '../reports/model/report-def.ts';

/** The report of an Id, or the API's answer to an Id of none. */
export function requireReport(org: Org, text: string): { id: string; def: ReportDef } {
  const { id, fullName } = requireName(org, 'Report', text);
  const def = findReport(org.metadata, fullName);
  if (!def) throw noSuch('Report', text);
  return { id, def };
}

/** The dashboard of an Id, or the API's answer to an Id of none. */
export function requireDashboard(org: Org, text: string): { id: string; def: DashboardDef } {
  const { id, fullName } = requireName(org, 'Dashboard', text);
  const def = findDashboard(org.metadata, fullName);
  if (!def) throw noSuch('Dashboard', text);
  return { id, def };
}

function requireName(org: Org, kind: FolderKind, text: string): { id: string; fullName: string } {
  const id = normalizeId(text);
  const fullName = id && org.reportCatalog.fullNameOf(kind, id);
  if (!id || !fullName) throw noSuch(kind, text);
  return { id, fullName };
}

function noSuch(kind: FolderKind, text: string): SalesforceError {
  return new SalesforceError('NOT_FOUND', `There is no ${kind.toLowerCase()} with the Id ${text}.`, {
    httpStatus: 404,
  });
}
