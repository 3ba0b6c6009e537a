import { SalesforceError } from '../errors.ts';
import type { Query } from './ast.ts';
import { compileAggregate, isAggregateQuery, type CompiledAggregate } from './compile-aggregate.ts';
import { filterConditions } from './compile-condition.ts';
import type { CompileContext } from './compile-context.ts';
import { compileRecords, type CompiledRecords } from './compile-records.ts';
import { limitClause } from './limit-clause.ts';
import { invalidType, malformed } from './query-faults.ts';
import { QueryScope } from './query-scope.ts';
import { join, sql, type Sql } from './sql.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_offset.htm */
const MAX_OFFSET = 2000;

/** `SELECT COUNT() FROM …`: a number and no records. */
export interface CompiledCount {
  kind: 'count';
  statement: Sql;
}

export type CompiledQuery = CompiledRecords | CompiledAggregate | CompiledCount;

/**
 * Turns a query tree into SQL, checking names, types and the user's access on the way.
 *
 * @throws SalesforceError INVALID_TYPE, INVALID_FIELD, MALFORMED_QUERY, …
 */
export function compileQuery(context: CompileContext, query: Query): CompiledQuery {
  const object = context.schema.object(query.from);
  if (!object || !context.user.canObject(object.name, 'read')) throw invalidType(context, query);
  if ((query.offset ?? 0) > MAX_OFFSET) {
    throw new SalesforceError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MAX_OFFSET}`);
  }
  const scope = new QueryScope(context, object, query.alias);
  if (isRowCount(query)) return compileCount(context, scope, query);
  return isAggregateQuery(query)
    ? compileAggregate(context, scope, query)
    : compileRecords(context, scope, query);
}

function isRowCount({ select: [only, ...more], groupBy }: Query): boolean {
  return (
    more.length === 0 &&
    !groupBy &&
    only?.kind === 'aggregate' &&
    only.call.name === 'COUNT' &&
    !only.call.arg
  );
}

function compileCount(context: CompileContext, scope: QueryScope, query: Query): CompiledCount {
  if (query.orderBy) throw malformed(context, query, 'A COUNT() query takes no ORDER BY');
  const where = join(filterConditions(context, scope, query), ' AND ') ?? sql`1`;
  return {
    kind: 'count',
    statement: sql`SELECT COUNT(*) FROM (SELECT 1 ${scope.from()} WHERE ${where}${limitClause(query)})`,
  };
}
