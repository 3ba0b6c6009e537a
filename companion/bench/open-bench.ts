import type { Connection } from 'jsforce';
import { connectToOrg } from '../src/salesforce/connect.ts';
import { createOrgReader } from '../src/salesforce/org-reader.ts';
import { createOrgWriter } from '../src/salesforce/org-writer.ts';
import { createStore } from '../src/store/create-store.ts';
import { openDatabase, type Database, type DatabaseLocation } from '../src/store/database.ts';
import { createConfigSource } from '../src/usecases/config-source.ts';
import { syncOrg, type SyncCounts } from '../src/usecases/sync-org.ts';

/** A companion on a database, connected to the prepared org over HTTP. */
export interface BenchCompanion {
  database: Database;
  connection: Connection;
  /** One whole run of the main job. */
  sync(): Promise<SyncCounts>;
  close(): Promise<void>;
}

/** @param where an embedded database in memory unless told */
export async function openBench(
  orgUrl: string,
  where: DatabaseLocation = { memory: true },
): Promise<BenchCompanion> {
  const database = await openDatabase(where);
  const credentials = { flow: 'client-credentials' as const, clientId: 'bench', clientSecret: 'bench' };
  const { connection, org } = await connectToOrg({ loginUrl: orgUrl, apiVersion: '66.0', credentials });
  const clock = () => new Date();
  const reader = createOrgReader(connection, clock);
  const writer = createOrgWriter(connection);
  const store = createStore(database);
  const config = createConfigSource(org.orgId, { reader, store });
  const sent = () => Promise.resolve({ outcome: 'sent' as const });
  const alerts = {
    ...{ reader, store, sender: { sendBell: sent, sendEmail: sent } },
    limits: { bellsPerHour: 0, emailsPerDay: 0 },
  };
  const control = { signal: new AbortController().signal, progress: () => undefined };
  return {
    database,
    connection,
    sync: () => syncOrg(org, { reader, writer, store, config, clock, alerts }, control),
    close: () => database.close(),
  };
}
