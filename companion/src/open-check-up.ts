import { existsSync } from 'node:fs';
import path from 'node:path';
import { processEnvironment, readDatabaseLocation, readEncryptionKeys, readEnv } from './config/env.ts';
import { reportEnv } from './config/report-env.ts';
import { AppError } from './errors.ts';
import type { Companion } from './open-companion.ts';
import { toLogin } from './orgs/to-login.ts';
import type { OrgLogin } from './salesforce/authenticate.ts';
import { connectToOrg } from './salesforce/connect.ts';
import { createOrgProbe } from './salesforce/org-probe.ts';
import { createOrgReader } from './salesforce/org-reader.ts';
import { createStore, type Store } from './store/create-store.ts';
import { openDatabase, type Database } from './store/database.ts';
import { createDatabaseProbe } from './store/database-probe.ts';
import { createSecretBox, type SecretBox } from './store/secret-box.ts';
import type { CheckUp, OrgToExamine } from './usecases/doctor/examine.ts';

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
        if (orgNamed === null) return openOrg(salesforce, salesforce.access);
        const found = { store: await openStore(), box: createSecretBox(readEncryptionKeys()) };
        return openOrg(await loginOf(orgNamed, found, salesforce.apiVersion), salesforce.access);
      },
      clock,
    },
    async close() {
      const opened = await opening?.catch(() => null);
      await opened?.close();
    },
  };
}

/** What the service itself examines: the database it holds, and the org it is logged in to, or one by name. */
export function checkUpOf(companion: Companion, orgNamed: string | null = null): CheckUp {
  const { database, store, box, access, org, orgToExamine } = companion;
  const isItself = orgNamed === null || [org.orgId, org.name].includes(orgNamed);
  return {
    environment: reportEnv(processEnvironment()),
    openDatabase: async () => ({ probe: createDatabaseProbe(database), store, box }),
    openOrg: async () =>
      isItself
        ? orgToExamine
        : openOrg(await loginOf(orgNamed, { store, box }, readEnv().salesforce.apiVersion), access),
    clock: companion.clock,
  };
}

async function openOrg(login: OrgLogin, access: OrgToExamine['access']): Promise<OrgToExamine> {
  const { connection } = await connectToOrg(login);
  return { probe: createOrgProbe(connection), reader: createOrgReader(connection, clock), access };
}

/** The login of a connection that is kept, by its name or the id of its org. */
async function loginOf(
  named: string,
  { store, box }: { store: Store; box: SecretBox },
  apiVersion: string,
): Promise<OrgLogin> {
  const connections = await store.listConnections();
  const found = connections.find(({ name, orgId }) => name === named || orgId === named);
  if (found) return toLogin(found, { store, box, clock, apiVersion });
  const names = connections.map(({ name }) => name).join(', ') || 'none';
  throw new AppError('NO_ORG', `There is no connection "${named}"; those there are: ${names}.`);
}

function isStillToBeMade(): boolean {
  const where = readDatabaseLocation();
  return 'folder' in where && !existsSync(path.join(where.folder, 'postgres'));
}
