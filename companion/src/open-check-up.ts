import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  processEnvironment,
  readDatabaseLocation,
  readEncryptionKeys,
  readEnv,
  type Env,
} from './config/env.ts';
import { reportEnv } from './config/report-env.ts';
import { chooseSource, listSources } from './orgs/org-source.ts';
import type { OrgLogin } from './salesforce/authenticate.ts';
import { CHANGE_CHANNEL } from './salesforce/change-feed.ts';
import { connectToOrg } from './salesforce/connect.ts';
import { createOrgProbe } from './salesforce/org-probe.ts';
import { createOrgReader } from './salesforce/org-reader.ts';
import { createStore, type Store } from './store/create-store.ts';
import { openDatabase, type Database } from './store/database.ts';
import { createDatabaseProbe } from './store/database-probe.ts';
import { createSecretBox } from './store/secret-box.ts';
import type { Sealer } from './usecases/connection-ports.ts';
import type { CheckUp, OrgToExamine } from './usecases/doctor/examine.ts';
import type { Clock } from './usecases/ports.ts';

const clock = () => new Date();

/** What there is to examine before anything is open: as the environment says. `close` ends what was opened. */
export function openCheckUp(orgNamed: string | null): { checkUp: CheckUp; close(): Promise<void> } {
  let opening: Promise<Database> | null = null;
  const open = () => (opening ??= openDatabase(readDatabaseLocation(), { migrate: false }));
  const openStore = async () => createStore(await open(), { keys: readEncryptionKeys() });
  return {
    checkUp: {
      environment: reportEnv(processEnvironment()),
      async openDatabase() {
        if (isStillToBeMade()) return null;
        const box = createSecretBox(readEncryptionKeys());
        return { probe: createDatabaseProbe(await open()), store: await openStore(), box };
      },
      async openOrg() {
        const { salesforce } = readEnv();
        const { home, access, apiVersion, changeEvents } = salesforce;
        // Without a look into the database, which may not be there yet.
        if (orgNamed === null && home) return openOrg({ ...home, apiVersion }, { access, changeEvents });
        const store = await openStore();
        const box = createSecretBox(readEncryptionKeys());
        const sources = await listSources(salesforce, { store, box, clock });
        const source = chooseSource(orgNamed, sources, await store.orgs());
        const { connection } = source;
        return openOrg(source.login(), { access, changeEvents: connection?.changeEvents ?? changeEvents });
      },
      clock,
    },
    async close() {
      const opened = await opening?.catch(() => null);
      await opened?.close();
    },
  };
}

/** What the service itself examines: the database it holds, and an org that it is logged in to. */
export function checkUpOf({
  database,
  store,
  box,
  clock: now,
  openOrg: open,
}: {
  database: Database;
  store: Store;
  box: Sealer;
  clock: Clock;
  openOrg(): Promise<OrgToExamine>;
}): CheckUp {
  return {
    environment: reportEnv(processEnvironment()),
    openDatabase: async () => ({ probe: createDatabaseProbe(database), store, box }),
    openOrg: open,
    clock: now,
  };
}

async function openOrg(
  login: OrgLogin,
  { access, changeEvents }: Pick<Env['salesforce'], 'access' | 'changeEvents'>,
): Promise<OrgToExamine> {
  const { connection } = await connectToOrg(login);
  return {
    ...{ probe: createOrgProbe(connection), reader: createOrgReader(connection, clock), access },
    changeChannel: changeEvents ? CHANGE_CHANNEL : null,
  };
}

function isStillToBeMade(): boolean {
  const where = readDatabaseLocation();
  return 'folder' in where && !existsSync(path.join(where.folder, 'postgres'));
}
