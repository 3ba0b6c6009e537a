import { parseArgs } from 'node:util';
import { HELP } from './commands.ts';
import { EXIT, UsageError, type Command, type CommandContext } from './command.ts';

/** Runs a command with what was typed after its name. Wrong options end with 2 and say what is expected. */
export async function runCommand(
  command: Command,
  args: string[],
  context: CommandContext,
  complain: (text: string) => void,
): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
    });
    if (values['help']) {
      context.print(command.help);
      return EXIT.ok;
    }
    if (positionals.length > 0 && command.takesPositionals !== true) {
      throw new UsageError(`${command.name} takes options only, not "${positionals.join(' ')}".`);
    }
    return await command.run(context, values, positionals);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    complain(`${error.message}\n\n${command.help}`);
    return EXIT.usage;
  }
}

/** The answer to `help`, or to a name that is none of the commands. */
export function findHelp(name: string | undefined, commands: readonly Command[]): string | null {
  if (name === undefined) return HELP;
  return commands.find((command) => command.name === name)?.help ?? null;
}

/** By its code: what Node's own parser throws is not always an Error of the same realm. */
function isUsageError(error: unknown): error is Error {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && (code === 'BAD_USAGE' || code.startsWith('ERR_PARSE_ARGS'));
}
