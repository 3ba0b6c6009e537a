import type { DatabaseSync } from 'node:sqlite';
import { SalesforceError } from '../errors.ts';
import type { QueryResult, QueryService, SObject } from '../records/types.ts';
import type { Schema } from '../schema/types.ts';
import { sharingPredicate } from '../security/sharing.ts';
import type { UserContext } from '../security/types.ts';
import type { Query } from './ast.ts';
import type { CompiledAggregate } from './compile-aggregate.ts';
import type { CompileContext } from './compile-context.ts';
import { compileQuery, type CompiledQuery } from './compile-query.ts';
import type { CompiledRecords } from './compile-records.ts';
import { fieldSql } from './field-sql.ts';
import { API_PATH, loadRecords } from './load-records.ts';
import { parseSoql, type ParsedSoql } from './parse-soql.ts';
import { QueryCursors, type QueryCursor } from './query-cursors.ts';
import { createStatementRunner } from './statement-runner.ts';

const DEFAULT_BATCH_SIZE = 2000;

export interface QueryServiceDeps {
  database: DatabaseSync;
  schema: Schema;
  now: () => Date;
}

/** Creates the one place that reads records: parse, check, compile to SQL, run, shape as REST does. */
export function createQueryService({ database, schema, now }: QueryServiceDeps): QueryService {
  const run = createStatementRunner(database);
  const cursors = new QueryCursors(now);

  function compile(user: UserContext, query: Query, source?: ParsedSoql, allRows = false): CompiledQuery {
    let aliases = 0;
    const context: CompileContext = {
      schema,
      user,
      today: now().toISOString().slice(0, 10),
      allRows: allRows || query.allRows === true,
      source,
      sharing: (object, alias) => {
        const predicate = sharingPredicate(user, object.name, alias);
        return predicate ? { text: predicate.sql, params: predicate.params } : undefined;
      },
      fieldSql: (object, field, alias) => fieldSql(object, field, alias, user.userId),
      nextAlias: () => `t${aliases++}`,
    };
    return compileQuery(context, query);
  }

  function count(statement: Parameters<typeof run>[0]): QueryResult {
    return { totalSize: Number(run(statement)[0]?.[0]), done: true, records: [] };
  }

  function aggregate({ statement, columns }: CompiledAggregate): SObject[] {
    return run(statement).map((row) => {
      const values = columns.map(({ name, read }, index) => [name, read(row[index])]);
      // Aggregate results have no URL, which SObject cannot say without making it optional for all.
      return { attributes: { type: 'AggregateResult' }, ...Object.fromEntries(values) } as SObject;
    });
  }

  function firstPage(user: UserContext, records: CompiledRecords, batchSize: number): QueryResult {
    const rows = run(records.rows(batchSize + 1));
    if (rows.length <= batchSize) return complete(loadRecords(run, records.plan, rows));
    const ids = run(records.ids).map((row) => String(row[0]));
    const id = cursors.open({ userId: user.userId, records, ids, batchSize });
    return {
      totalSize: ids.length,
      done: false,
      nextRecordsUrl: nextRecordsUrl(id, batchSize),
      records: loadRecords(run, records.plan, rows.slice(0, batchSize)),
    };
  }

  function laterPage(id: string, { records, ids, batchSize }: QueryCursor, offset: number): QueryResult {
    const wanted = ids.slice(offset, offset + batchSize);
    const rows = run(records.rowsById(wanted));
    const byId = new Map(rows.map((row) => [row[records.plan.idColumn], row]));
    const ordered = wanted.flatMap((wantedId) => {
      const row = byId.get(wantedId);
      return row ? [row] : [];
    });
    const next = offset + batchSize;
    const page = { totalSize: ids.length, records: loadRecords(run, records.plan, ordered) };
    return next >= ids.length
      ? { ...page, done: true }
      : { ...page, done: false, nextRecordsUrl: nextRecordsUrl(id, next) };
  }

  return {
    soql(user, text, { batchSize = DEFAULT_BATCH_SIZE, allRows } = {}) {
      const parsed = parseSoql(text);
      if (parsed.query.allRows) {
        throw new SalesforceError('MALFORMED_QUERY', 'ALL ROWS not allowed in this context: use queryAll');
      }
      const compiled = compile(user, parsed.query, parsed, allRows);
      if (compiled.kind === 'count') return count(compiled.statement);
      if (compiled.kind === 'records') return firstPage(user, compiled, batchSize);
      const records = aggregate(compiled);
      if (records.length > DEFAULT_BATCH_SIZE) {
        throw new SalesforceError(
          'EXCEEDED_ID_LIMIT',
          'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
        );
      }
      return complete(records);
    },
    run(user, query) {
      const compiled = compile(user, query);
      if (compiled.kind === 'count') return count(compiled.statement);
      if (compiled.kind === 'aggregate') return complete(aggregate(compiled));
      return complete(loadRecords(run, compiled.plan, run(compiled.rows())));
    },
    more(user, locator) {
      const { id, cursor, offset } = cursors.find(user.userId, locator);
      return laterPage(id, cursor, offset);
    },
  };
}

function complete(records: SObject[]): QueryResult {
  return { totalSize: records.length, done: true, records };
}

function nextRecordsUrl(id: string, offset: number): string {
  return `${API_PATH}/query/${id}-${offset}`;
}
