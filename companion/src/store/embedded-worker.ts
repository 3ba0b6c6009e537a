// The thread in which the embedded PostgreSQL runs: it opens the database, serves it behind a socket, says so, and
// closes both when it is told to.
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread is given: the database's folder, null for one in memory, and where to serve it. */
export interface ServedPlace {
  data: string | null;
  place: { path: string } | { host: string; port: number };
}

/** What it answers: the port where it was to choose one, why the database cannot be read, or why not served. */
export type WorkerAnswer = { port: number | null } | { unreadable: string } | { failed: string };

/** The pool's one connection, and room for migrations beside it while that is idle. */
const MAX_CONNECTIONS = 4;

const { data, place } = workerData as ServedPlace;
const answer = (given: WorkerAnswer) => parentPort?.postMessage(given);

async function open(): Promise<PGlite | null> {
  try {
    const db = data === null ? await PGlite.create() : await PGlite.create(data);
    await db.query('SELECT 1');
    return db;
  } catch (error) {
    answer({ unreadable: reasonOf(error) });
    return null;
  }
}

async function serve(db: PGlite): Promise<void> {
  const server = new PGLiteSocketServer({ db, ...place, maxConnections: MAX_CONNECTIONS });
  await server.start();
  parentPort?.once('message', () => void server.stop().then(() => db.close()));
  answer({ port: 'port' in place ? Number(server.getServerConn().split(':').at(-1)) : null });
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const db = await open();
if (db) await serve(db).catch((error: unknown) => answer({ failed: reasonOf(error) }));
