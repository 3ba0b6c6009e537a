import type { Org } from '../org.ts';
import { findReportType } from '../reports/catalog/find-definition.ts';
import type { ReportDef } from '../reports/model/report-def.ts';
import type { ReportTypeDef } from '../reports/model/report-type.ts';
import { planReport } from '../reports/plan/plan-report.ts';
import type { ReportResult } from '../reports/run/report-result.ts';
import { runReport } from '../reports/run/run-report.ts';
import { regionOf } from '../ui-model/region.ts';
import type { UserContext } from '../security/types.ts';

/** Runs a report with a user's access to records and fields. */
export function runStoredReport(org: Org, user: UserContext, def: ReportDef): ReportResult {
  const today = org.now().toISOString().slice(0, 10);
  const plan = planReport(def, requireReportType(org, def), { schema: org.schema, user, today });
  return runReport(plan, (query) => org.queries.run(user, query), today, regionOf(org, user.userId));
}

/** The type of a deployed report, which its deploy made sure of. */
export function requireReportType(org: Org, { reportType, fullName }: ReportDef): ReportTypeDef {
  const type = findReportType(org.metadata, reportType);
  if (!type) throw new Error(`The report ${fullName} has no report type ${reportType}`);
  return type;
}
