import type { QueryResult, SObject } from '../../records/types.ts';
import type { Region } from '../../ui-model/region.ts';
import type { GroupingDef } from '../model/report-def.ts';
import type { ReportColumn } from '../model/report-columns.ts';
import { aggregateName, ROW_COUNT } from '../model/summary-function.ts';
import type { ReportPlan } from '../plan/plan-report.ts';
import { cellLabel, NO_VALUE } from './cell-label.ts';
import { fieldOfColumn } from './column-type.ts';
import { periodLabel, periodStart } from './date-groups.ts';
import { FactTable } from './fact-table.ts';
import { groupTree, identityOf, type GroupValue, type LevelOrder } from './group-tree.ts';
import type { DataCell, ReportResult } from './report-result.ts';
import { cellValue } from './row-values.ts';
import { sortRecords } from './sort-records.ts';

/**
 * Runs a planned report: one query for its records, then groups and summaries of them.
 *
 * @param read runs the query as the viewer
 * @param region how the viewer reads days and numbers
 */
export function runReport(
  plan: ReportPlan,
  read: (query: ReportPlan['query']) => QueryResult,
  today: string,
  region: Region,
): ReportResult {
  const found = sortRecords(read(plan.query).records, plan, today);
  const records = plan.def.rowLimit === undefined ? found : found.slice(0, plan.def.rowLimit);
  const { groupingsDown, groupingsAcross } = plan.def;
  const table = new FactTable(plan, region);
  const rows = records.map((record) => {
    const down = pathOf(plan.down, groupingsDown, record, today, region);
    const across = pathOf(plan.across, groupingsAcross, record, today, region);
    table.add(down.map(identityOf), across.map(identityOf), record, (column) =>
      cellValue(column, record, today),
    );
    return { record, down, across };
  });
  const down = groupTree(
    rows.map((row) => row.down),
    levelsOf(plan.down, groupingsDown, (path) => [path, []], table),
  );
  const across = groupTree(
    rows.map((row) => row.across),
    levelsOf(plan.across, groupingsAcross, (path) => [[], path], table),
  );
  const facts = table.facts(down, across, (record) => detailCells(plan, record, today, region));
  return { plan, down, across, facts, recordCount: found.length };
}

function pathOf(
  columns: readonly ReportColumn[],
  groupings: readonly GroupingDef[],
  record: SObject,
  today: string,
  region: Region,
): GroupValue[] {
  return columns.map((column, index) => groupOf(column, groupings[index]!, record, today, region));
}

/** The group that a record belongs to: a period for dates, a record for lookups, else the value itself. */
function groupOf(
  column: ReportColumn,
  grouping: GroupingDef,
  record: SObject,
  today: string,
  region: Region,
): GroupValue {
  const { value, recordId } = cellValue(column, record, today);
  if (value === null || value === '') return { value: null, label: NO_VALUE };
  const field = fieldOfColumn(column);
  if (field.type === 'date' || field.type === 'datetime') {
    const start = periodStart(String(value), grouping.dateGranularity);
    return { value: start, label: periodLabel(start, grouping.dateGranularity) };
  }
  return { value: recordId ?? value, label: cellLabel(field, value, region) };
}

function levelsOf(
  columns: readonly ReportColumn[],
  groupings: readonly GroupingDef[],
  place: (path: readonly string[]) => [down: readonly string[], across: readonly string[]],
  table: FactTable,
): LevelOrder[] {
  return columns.map((column, index) => {
    const grouping = groupings[index]!;
    const { sortBy } = grouping;
    const order = { grouping, field: fieldOfColumn(column) };
    if (!sortBy) return order;
    const summary = sortBy === ROW_COUNT ? ROW_COUNT : aggregateName(sortBy);
    return { ...order, weight: (path) => table.weight(summary, ...place(path)) };
  });
}

function detailCells(plan: ReportPlan, record: SObject, today: string, region: Region): DataCell[] {
  return plan.details.map((column) => {
    const { value, recordId } = cellValue(column, record, today);
    return { label: cellLabel(fieldOfColumn(column), value, region), value, recordId };
  });
}
