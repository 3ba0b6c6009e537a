import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBulk, type BulkAnswer } from './answer-bulk.ts';
import { answerQuery, type Holding } from './answer-query.ts';

/** How many calls the org was asked; rows read and written by object. */
export interface Asked {
  calls: number;
  read: Record<string, number>;
  written: Record<string, number>;
}

const PAGE = 2_000;
const nothing = (): Asked => ({ calls: 0, read: {}, written: {} });

const holding: Holding = { accounts: 0, changed: 0 };
/** What is left of queries, by the address of the next page: the same whenever the same is asked again. */
const cursors = new Map<string, { object: string; hash: string; rows: object[] }>();
let asked = nothing();
let url = '';

const objectOf = (soql: string) => / FROM (\w+)/.exec(soql)?.[1] ?? '';
const count = (counts: Record<string, number>, object: string, rows: number) => {
  counts[object] = (counts[object] ?? 0) + rows;
};
const bulk = createBulk({
  query(soql) {
    const rows = answerQuery(soql, holding);
    return 'count' in rows ? [] : rows;
  },
  read: (soql, rows) => count(asked.read, objectOf(soql), rows),
  wrote: (object, rows) => count(asked.written, object, rows),
});

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const asking = {
    method: request.method ?? '',
    url: new URL(request.url ?? '', url),
    body: Buffer.concat(chunks).toString(),
  };
  const ofJob = bulk.respond(asking);
  if (ofJob) asked.calls += 1;
  const { json, csv, locator }: BulkAnswer = ofJob ?? {
    json: respond(asking.method, asking.url, asking.body) as object,
  };
  response.writeHead(json || csv !== undefined ? 200 : 204, {
    'content-type': csv === undefined ? 'application/json' : 'text/csv',
    ...(locator === undefined ? {} : { 'sforce-locator': locator }),
  });
  response.end(csv ?? (json && JSON.stringify(json)));
});

function respond(method: string, { pathname, searchParams }: URL, body: string): unknown {
  if (pathname === '/holding') {
    Object.assign(holding, JSON.parse(body));
    const before = asked;
    asked = nothing();
    return before;
  }
  if (pathname === '/services/oauth2/token') {
    return {
      access_token: 'prepared',
      instance_url: url,
      id: `${url}/id/00D000000000001AAA/005000000000001AAA`,
    };
  }
  asked.calls += 1;
  if (pathname.endsWith('/composite')) return answerTogether(body);
  return answerOne(method, { pathname, searchParams }, body);
}

/** A composite is one call, whatever it holds. */
function answerTogether(body: string) {
  const { compositeRequest } = JSON.parse(body) as {
    compositeRequest: { method: string; url: string; referenceId: string }[];
  };
  const compositeResponse = compositeRequest.map(({ method, url: part, referenceId }) => ({
    ...{ body: answerOne(method, new URL(part, url), ''), httpStatusCode: 200 },
    ...{ httpHeaders: {}, referenceId },
  }));
  return { compositeResponse };
}

function answerOne(
  method: string,
  { pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>,
  body: string,
): unknown {
  const soql = searchParams.get('q');
  if (soql !== null) {
    const rows = answerQuery(soql, holding);
    if ('count' in rows) return { totalSize: rows.count, done: true, records: [] };
    const hash = createHash('sha1').update(soql).digest('hex');
    return page({ object: objectOf(soql), hash, rows });
  }
  const cursor = cursors.get(pathname);
  if (cursor) return page(cursor);
  if (pathname.endsWith('/deleted/')) {
    return { deletedRecords: [], latestDateCovered: new Date().toISOString() };
  }
  const { records } = JSON.parse(body) as { records: { attributes: { type: string } }[] };
  const object = records[0]?.attributes.type ?? '';
  count(asked.written, object, records.length);
  return records.map((_, index) => ({ id: `${method}${index}`, success: true, errors: [] }));
}

function page({ object, hash, rows }: { object: string; hash: string; rows: object[] }) {
  const records = rows.slice(0, PAGE);
  const rest = rows.slice(PAGE);
  count(asked.read, object, records.length);
  if (rest.length === 0) return { totalSize: rows.length, done: true, records };
  const nextRecordsUrl = `/services/data/v66.0/query/01g-${hash}-${rest.length}`;
  cursors.set(nextRecordsUrl, { object, hash, rows: rest });
  return { totalSize: rows.length, done: false, nextRecordsUrl, records };
}

// A connection that is closed just as a request goes out fails it: no round is quiet for so long.
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.send?.(url);
});
process.on('disconnect', () => process.exit(0));
