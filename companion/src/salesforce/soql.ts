import type { Connection } from 'jsforce';
import { z } from 'zod';
import { askTogether } from './ask-together.ts';

/** Ids or keys a list: a long query goes out as a GET, and a URL ends at 16,384 characters. */
export const IN_LIST_SIZE = 200;

const page = z.object({
  totalSize: z.number(),
  done: z.boolean(),
  nextRecordsUrl: z.string().nullish(),
  records: z.array(z.unknown()),
});

/** A text as a SOQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

export const inList = (values: string[]) => `(${values.map(literal).join(',')})`;

/** Pages of a query's rows, each checked; one page in memory at a time. */
export async function* queryPages<T>(
  connection: Connection,
  soql: string,
  row: z.ZodType<T>,
): AsyncGenerator<T[]> {
  let result = await startQuery(connection, soql);
  for (;;) {
    yield z.array(row).parse(result.records);
    if (result.done || !result.nextRecordsUrl) return;
    result = page.parse(await connection.request(result.nextRecordsUrl));
  }
}

/** How many records a query that only counts finds. */
export async function countRows(connection: Connection, soql: string): Promise<number> {
  return (await startQuery(connection, soql)).totalSize;
}

/** The first page. Queries that are made side by side share calls. */
async function startQuery(connection: Connection, soql: string): Promise<z.infer<typeof page>> {
  const url = `/services/data/v${connection.version}/query/?q=${encodeURIComponent(soql)}`;
  return page.parse(await askTogether(connection, url));
}

/** All rows of a query. */
export async function queryRows<T>(connection: Connection, soql: string, row: z.ZodType<T>): Promise<T[]> {
  const rows: T[] = [];
  for await (const page of queryPages(connection, soql, row)) rows.push(...page);
  return rows;
}

/** Rows of a query whose `IN` list is too long for one URL: `soql` gets each part of the list. */
export async function queryByList<T>(
  connection: Connection,
  values: string[],
  soql: (list: string) => string,
  row: z.ZodType<T>,
): Promise<T[]> {
  const rows: T[] = [];
  for (let start = 0; start < values.length; start += IN_LIST_SIZE) {
    const list = inList(values.slice(start, start + IN_LIST_SIZE));
    rows.push(...(await queryRows(connection, soql(list), row)));
  }
  return rows;
}

/** Rows of a query with a condition: all of them, or those of some accounts, list by list. */
export async function queryOf<T>(
  connection: Connection,
  soql: string,
  { field, accountIds }: { field: string; accountIds: string[] | null },
  row: z.ZodType<T>,
): Promise<T[]> {
  if (accountIds === null) return queryRows(connection, soql, row);
  return queryByList(connection, accountIds, (list) => `${soql} AND ${field} IN ${list}`, row);
}
