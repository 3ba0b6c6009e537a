import type { ReportColumn } from '../reports/model/report-columns.ts';
import { aggregateLabel, aggregateName, ROW_COUNT } from '../reports/model/summary-function.ts';
import type { ReportPlan } from '../reports/plan/plan-report.ts';
import { fieldOfColumn, fieldOfSummary } from '../reports/run/column-type.ts';

/** The `reportExtendedMetadata` of a report: labels and types of its columns, groupings and summaries. */
export function extendedMetadata(plan: ReportPlan): object {
  return {
    aggregateColumnInfo: Object.fromEntries([
      ...plan.aggregates.map((aggregate) => {
        const column = plan.columns.find(aggregate.column)!;
        return [
          aggregateName(aggregate),
          {
            ...NO_CONTEXT,
            dataType: fieldOfSummary(column, aggregate.function).type,
            label: aggregateLabel(aggregate.function, column.label),
          },
        ];
      }),
      [ROW_COUNT, { ...NO_CONTEXT, dataType: 'int', label: 'Record Count' }],
    ]),
    detailColumnInfo: Object.fromEntries(plan.details.map((column) => [column.token, columnInfo(column)])),
    groupingColumnInfo: Object.fromEntries([
      ...plan.down.map((column, level) => [column.token, { ...columnInfo(column), groupingLevel: level }]),
      ...plan.across.map((column, level) => [column.token, { ...columnInfo(column), groupingLevel: level }]),
    ]),
  };
}

const NO_CONTEXT = { acrossGroupingContext: null, downGroupingContext: null };

/** What the API tells of a column. */
export function columnInfo(column: ReportColumn): { dataType: string; label: string; isLookup: boolean } {
  const isLookup = column.kind === 'field' && column.idPath !== undefined;
  return { dataType: fieldOfColumn(column).type, label: column.label, isLookup };
}
