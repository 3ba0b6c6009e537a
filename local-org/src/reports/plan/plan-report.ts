import type { Schema } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import type { FieldPath, Query } from '../../soql/ast.ts';
import { reportColumns, type ReportColumn, type ReportColumns } from '../model/report-columns.ts';
import type { ReportDef } from '../model/report-def.ts';
import type { ReportTypeDef } from '../model/report-type.ts';
import { aggregateName, ROW_COUNT, type Aggregate } from '../model/summary-function.ts';
import { reportFault } from './report-fault.ts';
import { reportWhere } from './report-where.ts';

/** A report made ready for one viewer. */
export interface ReportPlan {
  def: ReportDef;
  type: ReportTypeDef;
  columns: ReportColumns;
  /** Detail columns that the viewer may read. */
  details: ReportColumn[];
  /** Columns that were left out because the viewer may not read them. */
  hidden: ReportColumn[];
  down: ReportColumn[];
  across: ReportColumn[];
  aggregates: Aggregate[];
  query: Query;
}

interface PlanContext {
  schema: Schema;
  user: UserContext;
  today: string;
}

/**
 * Plans a report for a viewer: columns she may not read are left out; a report that filters or groups by one
 * is refused, since leaving that out would change what it says.
 *
 * @throws SalesforceError where the viewer has no access, or a filter does not suit its field
 */
export function planReport(def: ReportDef, type: ReportTypeDef, context: PlanContext): ReportPlan {
  const { schema, user, today } = context;
  if (!user.canObject(type.baseObject, 'read')) {
    const label = schema.object(type.baseObject)?.labelPlural ?? type.baseObject;
    throw reportFault(
      'INSUFFICIENT_ACCESS',
      `You have no access to ${label}, which this report is about.`,
      403,
    );
  }
  if (def.scope === 'user' && !schema.field(type.baseObject, 'OwnerId')) {
    throw reportFault('BAD_REQUEST', `Records of ${type.baseObject} have no owner: there is no scope user.`);
  }
  const columns = reportColumns(schema, type, def);
  const require = (token: string): ReportColumn => {
    const column = columns.find(token);
    if (!column) throw reportFault('BAD_REQUEST', `${token} is no field of the report type ${type.label}.`);
    if (columns.isReadable(column, user)) return column;
    throw reportFault(
      'INSUFFICIENT_ACCESS',
      `You have no access to ${column.label}, which this report filters or groups by.`,
      403,
    );
  };
  for (const { column } of def.filters) require(column);
  if (def.timeFrame) require(def.timeFrame.column);
  const wanted = def.columns.flatMap(({ token }) => columns.find(token) ?? []);
  const details = wanted.filter((column) => columns.isReadable(column, user));
  const readable = new Set(details.map(({ token }) => token));
  const plan = {
    def,
    type,
    columns,
    details,
    hidden: wanted.filter((column) => !readable.has(column.token)),
    down: def.groupingsDown.map(({ token }) => require(token)),
    across: def.groupingsAcross.map(({ token }) => require(token)),
    aggregates: aggregatesOf(def, readable),
  };
  return { ...plan, query: queryOf(plan, { schema, userId: user.userId, today }) };
}

/** Each summary once: those of the columns, then those that groups are sorted by. */
function aggregatesOf(
  { columns, groupingsDown, groupingsAcross }: ReportDef,
  readable: ReadonlySet<string>,
): Aggregate[] {
  const all = [
    ...columns.flatMap(({ token, functions }) =>
      functions.map((summary) => ({ function: summary, column: token })),
    ),
    ...[...groupingsDown, ...groupingsAcross].flatMap(({ sortBy }) =>
      !sortBy || sortBy === ROW_COUNT ? [] : [sortBy],
    ),
  ];
  const byName = new Map(all.map((one) => [aggregateName(one), one]));
  return [...byName.values()].filter(({ column }) => readable.has(column));
}

function queryOf(
  { def, type, columns, details, down, across }: Omit<ReportPlan, 'query'>,
  { schema, userId, today }: { schema: Schema; userId: string; today: string },
): Query {
  const where = attempt(() => reportWhere(def, { schema, type, columns, userId, today }));
  const paths = [['Id'], ...[...details, ...down, ...across].flatMap(pathsOf)];
  const unique = new Map(paths.map((path) => [path.join('.'), path]));
  return {
    from: type.baseObject,
    select: [...unique.values()].map((path) => ({ kind: 'field', path })),
    ...(where ? { where } : {}),
  };
}

/** Every path that a column reads. */
function pathsOf(column: ReportColumn): FieldPath[] {
  switch (column.kind) {
    case 'field':
      return column.idPath ? [column.path, column.idPath] : [column.path];
    case 'formula':
      return column.formula.columns.flatMap(pathsOf);
    case 'bucket':
      return pathsOf(column.source);
  }
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw reportFault('BAD_REQUEST', (error as Error).message);
  }
}
