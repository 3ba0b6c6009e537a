import type { Env, OrgAccess } from './config/env.ts';
import { connectToOrg } from './salesforce/connect.ts';
import { createOrgReader } from './salesforce/org-reader.ts';
import { createOrgWriter } from './salesforce/org-writer.ts';
import { createOutcomeReader } from './salesforce/outcome-reader.ts';
import { createStore, type Store } from './store/create-store.ts';
import { openDatabase, type Database } from './store/database.ts';
import { createConfigSource } from './usecases/config-source.ts';
import { holdWrites, SILENT_WRITER, withoutRules } from './usecases/hold-writes.ts';
import type { OrgIdentity, OrgWriter } from './usecases/ports.ts';
import type { OutcomeReader } from './usecases/query-ports.ts';
import { createRunMonitor, type RunMonitor } from './usecases/run-monitor.ts';
import type { SyncDeps } from './usecases/sync-org.ts';

/** The parts that every command works with. */
export interface Companion extends SyncDeps {
  org: OrgIdentity;
  database: Database;
  /** With read-only access the store gives out no writes, and the writer makes none. */
  access: OrgAccess;
  store: Store;
  writer: OrgWriter;
  outcomes: OutcomeReader;
  monitor: RunMonitor;
}

/** Opens the database and logs in to the org. What was opened is closed again when the rest fails. */
export async function openCompanion(env: Env): Promise<Companion> {
  const database = await openDatabase(env.database);
  try {
    return await connectCompanion(env.salesforce, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Logs in to the org, on a database that is open. */
export async function connectCompanion(login: Env['salesforce'], database: Database): Promise<Companion> {
  const clock = () => new Date();
  const { connection, org } = await connectToOrg(login);
  const reader = createOrgReader(connection, clock);
  await reader.checkObjects();
  const readOnly = login.access === 'read-only';
  const store = readOnly ? holdWrites(createStore(database)) : createStore(database);
  return {
    org,
    database,
    reader: readOnly ? withoutRules(reader) : reader,
    clock,
    access: login.access,
    writer: readOnly ? SILENT_WRITER : createOrgWriter(connection),
    outcomes: createOutcomeReader(connection),
    store,
    config: createConfigSource(org.orgId, { reader, store }),
    monitor: createRunMonitor(),
  };
}
