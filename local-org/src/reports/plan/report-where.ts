import type { Schema } from '../../schema/types.ts';
import type { Condition } from '../../soql/ast.ts';
import type { ReportColumn, ReportColumns } from '../model/report-columns.ts';
import type { CrossFilterDef, FilterItem, ReportDef, TimeFrameDef } from '../model/report-def.ts';
import type { ReportTypeDef } from '../model/report-type.ts';
import { resolveReportField } from '../model/resolve-field.ts';
import { filterCondition } from './filter-condition.ts';
import { joinByLogic } from './filter-logic.ts';
import { timeFrameRange } from './time-frame.ts';

interface Scope {
  schema: Schema;
  type: ReportTypeDef;
  columns: ReportColumns;
  userId: string;
  /** `YYYY-MM-DD` */
  today: string;
}

/** What a report selects: its filters by their logic, and with them scope, time frame and cross filters. */
export function reportWhere(def: ReportDef, scope: Scope): Condition | undefined {
  const filters = def.filters.map((item) => filterOf(item, scope));
  const parts = [
    joinByLogic(def.booleanFilter, filters),
    def.timeFrame && timeFrameCondition(def.timeFrame, scope),
    def.scope === 'user' ? ownedBy(scope.userId) : undefined,
    ...def.crossFilters.map((filter) => crossFilterCondition(filter, scope.schema)),
  ].filter((part) => part !== undefined);
  return parts.length > 1 ? { kind: 'and', terms: parts } : parts[0];
}

/** A filter of the report as a condition. */
export function filterOf(
  { column: token, operator, value }: FilterItem,
  { columns }: Pick<Scope, 'columns'>,
): Condition {
  return filterCondition(requireField(columns.find(token), token), operator, value);
}

function requireField(
  column: ReportColumn | undefined,
  token: string,
): Extract<ReportColumn, { kind: 'field' }> {
  if (!column) throw new Error(`${token} is no field of the report type`);
  if (column.kind === 'field') return column;
  throw new Error(
    `The local org does not model filters on ${column.kind === 'bucket' ? 'buckets' : 'row formulas'} (${token})`,
  );
}

function timeFrameCondition(frame: TimeFrameDef, { columns, today }: Scope): Condition | undefined {
  const { path, field } = requireField(columns.find(frame.column), frame.column);
  const { start, end } = timeFrameRange(frame, today);
  const literal = (day: string) =>
    field.type === 'datetime'
      ? ({ kind: 'datetime', value: `${day}T00:00:00.000Z` } as const)
      : ({ kind: 'date', value: day } as const);
  const left = { kind: 'field' as const, path };
  const terms: Condition[] = [
    ...(start ? [{ kind: 'compare' as const, left, op: '>=' as const, right: literal(start) }] : []),
    ...(end ? [{ kind: 'compare' as const, left, op: '<' as const, right: literal(end) }] : []),
  ];
  return terms.length > 0 ? { kind: 'and', terms } : undefined;
}

function ownedBy(userId: string): Condition {
  return {
    kind: 'compare',
    left: { kind: 'field', path: ['OwnerId'] },
    op: '=',
    right: { kind: 'string', value: userId },
  };
}

/** Base records that a related one, of those that match, points to. */
export function crossFilterCondition(filter: CrossFilterDef, schema: Schema): Condition {
  const terms = filter.filters.map(({ column, operator, value }) => {
    const target = resolveReportField(schema, filter.relatedTable, column);
    if (!target) throw new Error(`${column} is no field of ${filter.relatedTable}`);
    return filterCondition(target, operator, value);
  });
  const where = joinByLogic(undefined, terms);
  return {
    kind: 'semiJoin',
    left: { kind: 'field', path: ['Id'] },
    op: filter.without ? 'NOT IN' : 'IN',
    query: {
      from: filter.relatedTable,
      select: [{ kind: 'field', path: [joinFieldName(filter, schema)] }],
      ...(where ? { where } : {}),
    },
  };
}

/** The lookup's own name: reports call a standard one without `Id`. */
function joinFieldName({ relatedTable, joinField }: CrossFilterDef, schema: Schema): string {
  return schema.field(relatedTable, joinField)?.name ?? `${joinField}Id`;
}
