import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerQuery, type Holding } from './answer-query.ts';

/** What the org was asked, by kind; rows read and written by object. */
export interface Asked {
  calls: number;
  pages: number;
  writes: number;
  /** The fewest calls that the same answers and writes fit into: full pages of a query, full collections. */
  read: Record<string, number>;
  written: Record<string, number>;
}

const PAGE = 2_000;
const nothing = (): Asked => ({ calls: 0, pages: 0, writes: 0, read: {}, written: {} });

const holding: Holding = { accounts: 0, changed: 0 };
/** What is left of queries, by the address of the next page: the same whenever the same is asked again. */
const cursors = new Map<string, { object: string; hash: string; rows: object[] }>();
let asked = nothing();
let url = '';

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = respond(
    request.method ?? '',
    new URL(request.url ?? '', url),
    Buffer.concat(chunks).toString(),
  );
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
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
  const soql = searchParams.get('q');
  if (soql !== null) {
    const rows = answerQuery(soql, holding);
    if ('count' in rows) return { totalSize: rows.count, done: true, records: [] };
    const hash = createHash('sha1').update(soql).digest('hex');
    return page({ object: / FROM (\w+)/.exec(soql)?.[1] ?? '', hash, rows });
  }
  const cursor = cursors.get(pathname);
  if (cursor) return page(cursor);
  if (pathname.endsWith('/deleted/')) {
    return { deletedRecords: [], latestDateCovered: new Date().toISOString() };
  }
  const { records } = JSON.parse(body) as { records: { attributes: { type: string } }[] };
  const object = records[0]?.attributes.type ?? '';
  asked.writes += 1;
  asked.written[object] = (asked.written[object] ?? 0) + records.length;
  return records.map((_, index) => ({ id: `${method}${index}`, success: true, errors: [] }));
}

function page({ object, hash, rows }: { object: string; hash: string; rows: object[] }) {
  const records = rows.slice(0, PAGE);
  const rest = rows.slice(PAGE);
  asked.pages += 1;
  asked.read[object] = (asked.read[object] ?? 0) + records.length;
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
