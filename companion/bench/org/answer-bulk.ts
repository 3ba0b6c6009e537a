import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';

/** Jobs of Bulk API 2.0 as far as the companion uses them; each is complete as soon as it is asked for. */
export interface BulkAnswers {
  /** The answer to a request about a job; undefined where it is none. `status` is 204 for one without a body. */
  respond(request: BulkRequest): BulkAnswer | undefined;
}
interface BulkRequest {
  method: string;
  url: URL;
  body: string;
}
export interface BulkAnswer {
  json?: object;
  csv?: string;
  locator?: string;
}

interface Doings {
  query(soql: string): object[];
  read(soql: string, rows: number): void;
  wrote(object: string, rows: number): void;
}

const JOBS = /\/jobs\/(?<kind>query|ingest)(?:\/(?<id>[^/]+))?(?:\/(?<part>\w+))?$/;

/** Answers jobs from what queries give. Ids follow from what is asked, so that the same requests can be made again. */
export function createBulk({ query, read, wrote }: Doings): BulkAnswers {
  const queries = new Map<string, string>();
  const ingests = new Map<string, string>();

  const results = (soql: string, params: URLSearchParams): BulkAnswer => {
    const from = Number(params.get('locator') ?? 0);
    const rows = query(soql);
    const page = rows.slice(from, from + Number(params.get('maxRecords') ?? rows.length));
    read(soql, page.length);
    const next = from + page.length;
    return { csv: toCsv(soql, page), locator: next < rows.length ? String(next) : 'null' };
  };

  return {
    respond({ method, url, body }) {
      const { kind, id, part } = JOBS.exec(url.pathname)?.groups ?? {};
      if (kind === undefined) return undefined;
      if (id === undefined) {
        const made = `750${createHash('sha1').update(body).digest('hex').slice(0, 12)}`;
        const { query: soql = '', object = '' } = JSON.parse(body) as { query?: string; object?: string };
        if (kind === 'query') queries.set(made, soql);
        else ingests.set(made, object);
        return { json: { id: made, state: kind === 'query' ? 'UploadComplete' : 'Open' } };
      }
      if (part === 'results') return results(queries.get(id) ?? '', url.searchParams);
      if (part === 'batches') {
        // Of a cell with line breaks more lines than one: what the companion writes has none.
        wrote(ingests.get(id) ?? '', body.trimEnd().split('\n').length - 1);
        return {};
      }
      if (part !== undefined) return { csv: '' };
      return method === 'DELETE' ? {} : { json: { id, state: 'JobComplete' } };
    },
  };
}

/** The rows with the columns of the query, as the org names them. */
function toCsv(soql: string, rows: object[]): string {
  const columns = (/^SELECT (.+?) FROM /.exec(soql)?.[1] ?? '').split(', ');
  const cell = (row: object, path: string): unknown =>
    path.split('.').reduce<unknown>((node, field) => (node as Record<string, unknown> | null)?.[field], row);
  const cells = rows.map((row) => columns.map((column) => cell(row, column) ?? ''));
  return stringify([columns, ...cells], { cast: { boolean: String } });
}
