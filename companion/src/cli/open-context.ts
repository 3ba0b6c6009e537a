import { readConnectionEnv, readDatabaseLocation, readEncryptionKeys, readEnv } from '../config/env.ts';
import { openCheckUp } from '../open-check-up.ts';
import { connectCompanion, type Companion } from '../open-companion.ts';
import { createStore } from '../store/create-store.ts';
import { createSecretBox } from '../store/secret-box.ts';
import { openDatabase, type Database } from '../store/database.ts';
import { AppError } from '../errors.ts';
import { chooseSource, isNamed, listSources } from '../orgs/org-source.ts';
import { textOption, type CommandContext } from './command.ts';

/** Where a command writes to. */
export interface CommandOutput {
  print(text: string): void;
  progress(text: string, share?: number): void;
}

/** A context that opens the database and the org as the environment says, once, and closes what was opened. */
export function openContext(
  output: CommandOutput,
  signal: AbortSignal,
): { context: CommandContext; close(): Promise<void> } {
  let database: Promise<Database> | null = null;
  let companion: Promise<Companion> | null = null;
  const closings: (() => Promise<void>)[] = [];
  const open = () => (database ??= openDatabase(readDatabaseLocation()));
  const connect = async (word: string | null) => {
    // The database first: while a service holds it, the command is handed to that service, which knows the login.
    const opened = await open();
    const env = readEnv();
    const store = createStore(opened, { keys: env.encryptionKeys });
    const box = createSecretBox(env.encryptionKeys);
    const sources = await listSources(env.salesforce, { store, box, clock: () => new Date() });
    const source = chooseSource(word, sources, await store.orgs());
    const made = await connectCompanion(source.login(), env, opened);
    if (word === null || isNamed(word, source, made.org)) return made;
    throw new AppError(
      'NO_ORG',
      `No org is named "${word}": the environment names ${made.org.name} (${made.org.orgId}).`,
    );
  };
  return {
    context: {
      ...output,
      signal,
      folder: process.cwd(),
      clock: () => new Date(),
      openStore: async () => createStore(await open(), { keys: readEncryptionKeys() }),
      openCompanion: (values = {}) => (companion ??= connect(textOption(values, 'org'))),
      openConnections: async () => {
        const store = createStore(await open());
        const { encryptionKeys, publicUrl } = readConnectionEnv();
        return { store, box: createSecretBox(encryptionKeys), publicUrl };
      },
      openCheckUp(orgNamed) {
        const { checkUp, close } = openCheckUp(orgNamed);
        closings.push(close);
        return checkUp;
      },
    },
    async close() {
      for (const close of closings) await close();
      const opened = await database?.catch(() => null);
      await opened?.close();
    },
  };
}
