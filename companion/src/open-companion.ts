import type { Env } from './config/env.ts';
import { connectToOrg } from './salesforce/connect.ts';
import { createAlertSender } from './salesforce/alert-sender.ts';
import { createOrgReader } from './salesforce/org-reader.ts';
import { createOrgWriter } from './salesforce/org-writer.ts';
import { createOutcomeReader } from './salesforce/outcome-reader.ts';
import { createStore, type Store } from './store/create-store.ts';
import { openDatabase, type Database } from './store/database.ts';
import { createConfigSource } from './usecases/config-source.ts';
import type { OrgIdentity, OrgWriter } from './usecases/ports.ts';
import type { OutcomeReader } from './usecases/query-ports.ts';
import { createRunMonitor, type RunMonitor } from './usecases/run-monitor.ts';
import type { SyncDeps } from './usecases/sync-org.ts';
import type { AlertDeps } from './usecases/tend-alerts.ts';

/** The parts that every command works with. */
export interface Companion extends SyncDeps {
  org: OrgIdentity;
  database: Database;
  store: Store;
  writer: OrgWriter;
  outcomes: OutcomeReader;
  monitor: RunMonitor;
  alerts: AlertDeps;
}

/** Opens the database and logs in to the org. What was opened is closed again when the rest fails. */
export async function openCompanion(env: Env): Promise<Companion> {
  const database = await openDatabase(env.database);
  try {
    return await connectCompanion(env, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Logs in to the org, on a database that is open. */
export async function connectCompanion(
  env: Pick<Env, 'salesforce' | 'alerts'>,
  database: Database,
): Promise<Companion> {
  const clock = () => new Date();
  const { connection, org } = await connectToOrg(env.salesforce);
  const reader = createOrgReader(connection, clock);
  await reader.checkObjects();
  const store = createStore(database);
  return {
    org,
    database,
    reader,
    clock,
    writer: createOrgWriter(connection),
    outcomes: createOutcomeReader(connection),
    store,
    config: createConfigSource(org.orgId, { reader, store }),
    monitor: createRunMonitor(),
    alerts: { reader, store, sender: createAlertSender(connection), limits: limitsOf(env) },
  };
}

const limitsOf = ({ alerts: { bellsPerHour, emailsPerDay } }: Pick<Env, 'alerts'>) => ({
  bellsPerHour,
  emailsPerDay,
});
