import type { Env, OrgAccess } from './config/env.ts';
import type { OrgLogin } from './salesforce/authenticate.ts';
import { CHANGE_CHANNEL, createChangeFeed } from './salesforce/change-feed.ts';
import { connectToOrg } from './salesforce/connect.ts';
import { createImportOrg } from './salesforce/import-org.ts';
import { createAlertSender } from './salesforce/alert-sender.ts';
import { createOrgProbe } from './salesforce/org-probe.ts';
import { createOrgReader } from './salesforce/org-reader.ts';
import { createOrgWriter } from './salesforce/org-writer.ts';
import { createSenderFinder } from './salesforce/sender-finder.ts';
import { createOutcomeReader } from './salesforce/outcome-reader.ts';
import { createStore, type Store } from './store/create-store.ts';
import type { Database } from './store/database.ts';
import { createSecretBox, type SecretBox } from './store/secret-box.ts';
import { createConfigSource } from './usecases/config-source.ts';
import type { ChangeFeed } from './usecases/change-ports.ts';
import type { OrgToExamine } from './usecases/doctor/examine.ts';
import type { ImportOrg, UsageSink } from './usecases/import-ports.ts';
import type { ApiUsage, OrgIdentity, OrgWriter } from './usecases/ports.ts';
import type { SenderFinder } from './usecases/inbound-ports.ts';
import { holdWrites, SILENT_WRITER, withoutRules } from './usecases/hold-writes.ts';
import type { OutcomeReader } from './usecases/query-ports.ts';
import { recordUsageDays } from './usecases/record-usage.ts';
import { createRunMonitor, type RunMonitor } from './usecases/run-monitor.ts';
import type { SyncDeps } from './usecases/sync-org.ts';
import type { AlertLimits } from './usecases/alert-ports.ts';

/** The parts that every command works with. */
export interface Companion extends SyncDeps {
  org: OrgIdentity;
  database: Database;
  /** With read-only access the store gives out no writes, and the writer makes none. */
  access: OrgAccess;
  store: Store;
  writer: OrgWriter;
  outcomes: OutcomeReader;
  finder: SenderFinder;
  monitor: RunMonitor;
  importOrg: ImportOrg;
  /** For the doctor: the org as the companion's user sees it. */
  orgToExamine: OrgToExamine;
  usageSink: UsageSink;
  /** What the org last said of its API calls. */
  apiUsage(): ApiUsage | null;
  /** Seals secrets that are kept. */
  box: SecretBox;
  /** Where browsers reach the companion. */
  publicUrl: string;
  alertLimits: AlertLimits;
  /** The change events of the org; nothing is heard of them until the feed is opened. */
  changeFeed: ChangeFeed;
  /** As whom the companion writes. */
  userId: string;
  /** Tells the org how it stands with the companion: there while the service works for it. */
  report?(): Promise<void>;
}

/** What of the environment holds for every org. */
export type WorkEnv = Pick<Env, 'leaseSeconds' | 'encryptionKeys' | 'http' | 'alerts'> & {
  salesforce: Pick<Env['salesforce'], 'access' | 'changeEvents'>;
};

/** Logs in to an org, on a database that is open. */
export async function connectCompanion(
  login: OrgLogin,
  { salesforce, leaseSeconds, encryptionKeys, http, alerts }: WorkEnv,
  database: Database,
): Promise<Companion> {
  const clock = () => new Date();
  const { connection, org, userId } = await connectToOrg(login);
  const reader = createOrgReader(connection, clock);
  await reader.checkObjects();
  const readOnly = salesforce.access === 'read-only';
  const kept = createStore(database, { leaseSeconds, keys: encryptionKeys });
  const store = readOnly ? holdWrites(kept) : kept;
  return {
    org,
    userId,
    changeFeed: createChangeFeed(connection),
    database,
    reader: readOnly ? withoutRules(reader) : reader,
    clock,
    access: salesforce.access,
    writer: readOnly ? SILENT_WRITER : createOrgWriter(connection),
    outcomes: createOutcomeReader(connection),
    finder: createSenderFinder(connection),
    store,
    config: createConfigSource(org.orgId, { reader, store }),
    monitor: createRunMonitor(),
    importOrg: createImportOrg(connection),
    orgToExamine: {
      ...{ probe: createOrgProbe(connection), reader, access: salesforce.access },
      changeChannel: salesforce.changeEvents ? CHANGE_CHANNEL : null,
    },
    usageSink: { recordDays: (orgId, rows, at) => recordUsageDays(orgId, rows, store, at) },
    apiUsage: () => connection.limitInfo.apiUsage ?? null,
    box: createSecretBox(encryptionKeys),
    publicUrl: http.publicUrl,
    alertLimits: limitsOf({ alerts }),
    // They are told of by writing to the org: none is raised where nothing may be written.
    ...(readOnly
      ? {}
      : {
          alerts: { reader, store, sender: createAlertSender(connection), limits: limitsOf({ alerts }) },
        }),
  };
}

const limitsOf = ({ alerts: { bellsPerHour, emailsPerDay } }: Pick<Env, 'alerts'>) => ({
  bellsPerHour,
  emailsPerDay,
});
