import type { Org } from '../org.ts';
import { reportColumns } from '../reports/model/report-columns.ts';
import type { ReportDef } from '../reports/model/report-def.ts';
import { planReport } from '../reports/plan/plan-report.ts';
import { fieldOfColumn } from '../reports/run/column-type.ts';
import type { UserContext } from '../security/types.ts';
import { columnInfo, extendedMetadata } from './extended-metadata.ts';
import { reportMetadata } from './report-metadata.ts';
import { requireReportType } from './run-stored-report.ts';

/** What a report is made of, and which columns its type offers, without running it. */
export function describeReport(
  org: Org,
  user: UserContext,
  { id, def }: { id: string; def: ReportDef },
): object {
  const type = requireReportType(org, def);
  const today = org.now().toISOString().slice(0, 10);
  const plan = planReport(def, type, { schema: org.schema, user, today });
  const columns = reportColumns(org.schema, type, { formulas: [], buckets: [] });
  const offered = type.columns.flatMap(({ table, field }) => {
    const column = columns.find(`${table}$${field}`);
    return column && columns.isReadable(column, user) ? [column] : [];
  });
  return {
    reportMetadata: reportMetadata(org, id, plan, def.showDetails),
    reportExtendedMetadata: extendedMetadata(plan),
    reportTypeMetadata: {
      categories: [
        {
          label: type.label,
          columns: Object.fromEntries(
            offered.map((column) => {
              const field = fieldOfColumn(column);
              const filterValues = (field.picklist?.values ?? []).map(({ value, label }) => ({
                name: value,
                label,
              }));
              return [
                column.token,
                { ...columnInfo(column), filterable: !field.longText, filterValues, isCustom: field.custom },
              ];
            }),
          ),
        },
      ],
    },
  };
}
