import { setImmediate } from 'node:timers/promises';
import { notImplemented, SalesforceError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { SObject } from '../records/types.ts';
import { isAggregateQuery } from '../soql/compile-aggregate.ts';
import { listColumns } from '../soql/list-columns.ts';
import { parseSoql } from '../soql/parse-soql.ts';
import { invalidChoice, readCsvFormat } from './csv-format.ts';
import { describeJob, type Job } from './job.ts';

const OPERATIONS = ['query', 'queryAll'] as const;

export interface QueryJob extends Job {
  operation: (typeof OPERATIONS)[number];
  query: string;
  header: string[];
  rows: string[][];
}

/**
 * Reads a request for a query job.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_create_job.htm
 *
 * @throws SalesforceError MALFORMED_QUERY, or API_ERROR for what bulk queries do not take
 */
export function readQueryJob(
  body: Record<string, unknown>,
): Pick<QueryJob, 'object' | 'operation' | 'query' | 'format'> {
  const operation = OPERATIONS.find((known) => known === body.operation);
  if (!operation) throw invalidChoice('operation', body.operation, OPERATIONS);
  const text = body.query;
  if (typeof text !== 'string')
    throw new SalesforceError('INVALIDJOB', 'query is missing; expected a SOQL text');
  const { query } = parseSoql(text);
  const refuse = (what: string) =>
    new SalesforceError('API_ERROR', `Bulk API 2.0 does not support ${what} in a query`);
  if (isAggregateQuery(query)) throw refuse('GROUP BY and aggregates');
  if (query.offset !== undefined) throw refuse('OFFSET');
  if (query.select.some(({ kind }) => kind === 'subquery')) throw refuse('nested queries');
  if (query.select.some(({ kind }) => kind === 'aggregate'))
    throw notImplemented('functions in bulk queries');
  return { object: query.from, operation, query: text, format: readCsvFormat(body) };
}

/** Runs a query job page by page, so that the server answers in between. */
export async function processQuery(org: Org, job: QueryJob): Promise<void> {
  job.state = 'InProgress';
  const started = performance.now();
  try {
    const user = org.userById(job.createdById);
    let page = org.queries.soql(user, job.query, { allRows: job.operation === 'queryAll' });
    const paths = listColumns(org.schema, user, parseSoql(job.query).query).flatMap((column) =>
      column.kind === 'field' ? [column.path] : [],
    );
    job.header = paths.map((path) => path.join('.'));
    for (;;) {
      for (const record of page.records) job.rows.push(paths.map((path) => cellOf(record, path)));
      job.recordsProcessed = job.rows.length;
      const locator = page.nextRecordsUrl?.split('/').at(-1);
      // An abort during the work stands.
      if (page.done || locator === undefined || job.state !== 'InProgress') break;
      await setImmediate();
      page = org.queries.more(user, locator);
    }
    if (job.state === 'InProgress') job.state = 'JobComplete';
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    job.state = 'Failed';
    job.errorMessage = `${error.errorCode} : ${error.message}`;
  } finally {
    job.processingTime = Math.round(performance.now() - started);
    job.systemModstamp = org.now();
  }
}

/** A value as a cell; datetimes end in Z here, where REST writes +0000. */
function cellOf(record: SObject, path: readonly string[]): string {
  let value: SObject[string] | undefined = record;
  for (const name of path) value = (value as SObject | null | undefined)?.[name];
  if (value === null || value === undefined) return '';
  return String(value).replace(/^(\d{4}-\d\d-\d\dT[\d:.]+)\+0000$/, '$1Z');
}

/** The job as the API shows it. */
export function describeQueryJob(job: QueryJob): Record<string, unknown> {
  return {
    ...describeJob(job),
    jobType: 'V2Query',
    numberRecordsProcessed: job.recordsProcessed,
    retries: 0,
    totalProcessingTime: job.processingTime,
  };
}
