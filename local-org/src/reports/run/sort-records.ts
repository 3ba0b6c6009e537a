import type { SObject } from '../../records/types.ts';
import type { ReportPlan } from '../plan/plan-report.ts';
import { cellValue } from './row-values.ts';

/** Details in the order that the report asks for, blanks last; without one in that of the query. */
export function sortRecords(
  records: readonly SObject[],
  { def, columns, details }: ReportPlan,
  today: string,
): SObject[] {
  const column = def.sort && columns.find(def.sort.token);
  if (!column || !details.some(({ token }) => token === column.token)) return [...records];
  const direction = def.sort?.descending ? -1 : 1;
  return records
    .map((record) => ({ record, value: cellValue(column, record, today).value }))
    .sort(({ value: left }, { value: right }) => {
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      if (typeof left === 'number' && typeof right === 'number') return direction * (left - right);
      return direction * String(left).localeCompare(String(right), 'en', { sensitivity: 'base' });
    })
    .map(({ record }) => record);
}
