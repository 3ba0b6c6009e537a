import type { Connection } from 'jsforce';
import pg from 'pg';
import type { Database } from '../src/store/database.ts';

type Request = Parameters<Connection['request']>[0];
type Step = { request: Request } | { fetch: Parameters<typeof fetch> } | { query: unknown; values: unknown };

/** All that a run moves, in order: requests to the org, and statements with their values to the database. */
export interface Trace {
  steps: Step[];
  /** Moves the same bytes again, and does nothing else with them. */
  replay(connection: Connection, database: Database): Promise<void>;
}

/** Records what some work sends through a connection and to any database. */
export async function record(connection: Connection, work: () => Promise<unknown>): Promise<Trace> {
  const steps: Step[] = [];
  const request = connection.request.bind(connection);
  // The client's query is overloaded beyond what a type can follow; it is only passed on.
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const query = prototype.query;
  connection.request = ((asked: Request, options?: object) => {
    steps.push({ request: asked });
    return request(asked, options);
  }) as Connection['request'];
  prototype.query = function (this: unknown, ...args: unknown[]) {
    steps.push({ query: args[0], values: typeof args[1] === 'function' ? undefined : args[1] });
    return query.apply(this, args);
  };
  // Results of bulk jobs are streamed past jsforce.
  const fetchAll = globalThis.fetch;
  globalThis.fetch = (...asked) => {
    steps.push({ fetch: asked });
    return fetchAll(...asked);
  };
  try {
    await work();
  } finally {
    globalThis.fetch = fetchAll;
    connection.request = request as Connection['request'];
    prototype.query = query;
  }
  return { steps, replay: (to, database) => replay(steps, to, database) };
}

async function replay(steps: Step[], connection: Connection, database: Database): Promise<void> {
  // One client, as the embedded database has one session: a transaction's statements stay together.
  const client = await database.pool.connect();
  const query = client.query.bind(client) as (query: unknown, values: unknown) => Promise<unknown>;
  try {
    for (const step of steps) {
      if ('request' in step) await connection.request(step.request);
      else if ('fetch' in step) await (await fetch(...step.fetch)).text();
      else await query(step.query, step.values);
    }
  } finally {
    client.release();
  }
}
