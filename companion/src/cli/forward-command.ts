import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ADDRESS_FILE, COMMAND_ID_HEADER, commandLine, type CommandRequest } from './command-line.ts';
import { EXIT } from './command.ts';
import type { CommandOutput } from './open-context.ts';

/**
 * Has a command carried out by the service that holds a data folder. Null when nobody takes commands there: then the
 * folder is held by something else, such as another command.
 */
export async function forwardCommand(
  dataFolder: string,
  command: CommandRequest,
  output: CommandOutput & { complain(text: string): void },
  signal: AbortSignal,
): Promise<number | null> {
  const answer = await ask(dataFolder, command, signal);
  if (!answer) return null;
  let code: number | null = null;
  for await (const text of createInterface({ input: answer })) {
    const line = commandLine.parse(JSON.parse(text));
    if ('print' in line) output.print(line.print);
    else if ('progress' in line) output.progress(line.progress, line.share);
    else if ('complain' in line) output.complain(line.complain);
    else code = line.code;
  }
  if (code === null) output.complain('The service ended before the command did.');
  return code ?? EXIT.failed;
}

async function ask(
  dataFolder: string,
  command: CommandRequest,
  signal: AbortSignal,
): Promise<IncomingMessage | null> {
  try {
    const socketPath = readFileSync(path.join(dataFolder, ADDRESS_FILE), 'utf8');
    const headers = { [COMMAND_ID_HEADER]: randomUUID() };
    const asked = request({ socketPath, method: 'POST', headers });
    asked.end(JSON.stringify(command));
    // Told, not cut off: the command ends at a point from which it can go on, and says so.
    const stop = () =>
      void request({ socketPath, method: 'DELETE', headers })
        .on('error', () => undefined)
        .end();
    signal.addEventListener('abort', stop, { once: true });
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return answer;
  } catch {
    return null;
  }
}
