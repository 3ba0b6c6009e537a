import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppError } from '../errors.ts';
import { checkUpOf } from '../open-check-up.ts';
import type { Companion } from '../open-companion.ts';
import type { Store } from '../store/create-store.ts';
import type { Database } from '../store/database.ts';
import type { Sealer } from '../usecases/connection-ports.ts';
import type { Clock } from '../usecases/ports.ts';
import { COMMANDS } from './commands.ts';
import { EXIT, textOption, type OptionValues } from './command.ts';
import { ADDRESS_FILE, COMMAND_ID_HEADER, commandRequest, type CommandLine } from './command-line.ts';
import { runCommand } from './run-command.ts';

/** Commands are short: whatever is longer is none. */
const MAX_REQUEST_BYTES = 64 * 1024;

/** What the service carries commands out with. */
export interface CommandHost {
  database: Database;
  store: Store;
  box: Sealer;
  publicUrl: string;
  clock: Clock;
  /** The org that a command is about: the one that is named, else the one that goes without saying. */
  companionOf(word: string | null): Promise<Companion>;
}

/**
 * Takes commands of operators on this machine while the service holds the embedded database, which nobody else can
 * open then. The socket can be reached by this user alone.
 *
 * @returns ends it
 */
export async function takeCommands(dataFolder: string, host: CommandHost): Promise<() => Promise<void>> {
  const isWindows = process.platform === 'win32';
  const folder = isWindows ? null : mkdtempSync(path.join(tmpdir(), 'tenure-commands-'));
  const address = folder === null ? `\\\\.\\pipe\\tenure-${process.pid}` : path.join(folder, 'socket');
  const stopping = new AbortController();
  const running = new Map<string, AbortController>();
  const server = createServer((request, response) => {
    const id = String(request.headers[COMMAND_ID_HEADER] ?? randomUUID());
    if (request.method === 'DELETE') {
      running.get(id)?.abort();
      response.end();
      return;
    }
    const leaving = new AbortController();
    running.set(id, leaving);
    response.on('close', () => {
      leaving.abort();
      running.delete(id);
    });
    answer(request, response, host, AbortSignal.any([stopping.signal, leaving.signal])).catch(
      (error: unknown) => response.destroy(error as Error),
    );
  });
  server.listen(address);
  await once(server, 'listening');
  const file = path.join(dataFolder, ADDRESS_FILE);
  writeFileSync(file, address, { mode: 0o600 });
  return async () => {
    rmSync(file, { force: true });
    stopping.abort();
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  host: CommandHost,
  signal: AbortSignal,
): Promise<void> {
  const { name, args, folder } = commandRequest.parse(JSON.parse(await readBody(request)));
  const send = (line: CommandLine) => void response.write(`${JSON.stringify(line)}\n`);
  const complain = (text: string) => send({ complain: text });
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) throw new Error(`The service knows no command "${name}".`);
  const context = {
    folder,
    print: (text: string) => send({ print: text }),
    progress: (text: string, share?: number) => send({ progress: text, share }),
    clock: host.clock,
    signal,
    openStore: async () => host.store,
    openCompanion: (values: OptionValues = {}) => host.companionOf(textOption(values, 'org')),
    openConnections: async () => host,
    openCheckUp: (orgNamed: string | null) =>
      checkUpOf({ ...host, openOrg: async () => (await host.companionOf(orgNamed)).orgToExamine }),
  };
  const code = await runCommand(command, args, context, complain).catch((error: unknown) => {
    complain(
      error instanceof AppError ? error.message : String(error instanceof Error ? error.stack : error),
    );
    return EXIT.failed;
  });
  send({ code });
  response.end();
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_REQUEST_BYTES) throw new Error(`A command is longer than ${MAX_REQUEST_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
