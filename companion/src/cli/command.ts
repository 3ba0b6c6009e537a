import type { ParseArgsConfig } from 'node:util';
import type { Companion } from '../open-companion.ts';
import type { ConnectAttemptStore, ConnectionStore, Sealer } from '../usecases/connection-ports.ts';
import type { Store } from '../store/create-store.ts';
import type { CheckUp } from '../usecases/doctor/examine.ts';

/** Values of options as they were typed; a command checks its own. */
export type OptionValues = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** How a command ended. Anything above 0 says that what was asked for was not done. */
export const EXIT = {
  ok: 0,
  /** It failed, or the answer is no. */
  failed: 1,
  /** It was called in a way it does not know. */
  usage: 2,
  /** What it should work on is not there. */
  nothing: 3,
  /** What it should work on is there only in part. */
  incomplete: 4,
} as const;

/** What a command can reach. Each part is opened when it is first asked for, and closed by whoever runs the command. */
export interface CommandContext {
  /** Writes a line of the result. */
  print(text: string): void;
  /** Says how far a long command has come; with the share that is done, from 0 to 1, where that is known. */
  progress(text: string, share?: number): void;
  /** The folder that relative paths start from. */
  folder: string;
  clock(): Date;
  signal: AbortSignal;
  /** The database alone: works without the org. */
  openStore(): Promise<Store>;
  /** The database and the org: the one that `--org` names, else that of the environment, else the only one. */
  openCompanion(values?: OptionValues): Promise<Companion>;
  /** The connections to further orgs, and what seals their secrets: works without any org. */
  openConnections(): Promise<{
    store: ConnectionStore & ConnectAttemptStore;
    box: Sealer;
    publicUrl: string;
  }>;
  /** What the doctor examines, with the org of the environment or the connection of a name. Nothing is changed. */
  openCheckUp(orgNamed: string | null): CheckUp;
}

/** One thing an operator can do. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** All of it, from `Usage:` on. */
  help: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** Whether words may follow its name; otherwise it takes options only. */
  takesPositionals?: true;
  run(context: CommandContext, values: OptionValues, positionals: string[]): Promise<number>;
}

/** A call that a command does not know; the message says what was wrong and what it expects. */
export class UsageError extends Error {
  readonly code = 'BAD_USAGE';
}

/** The text of an option, or null when it was not given. */
export function textOption(values: OptionValues, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

/** @throws {UsageError} when the option was not given */
export function requireOption(values: OptionValues, name: string, what: string): string {
  const value = textOption(values, name);
  if (value === null || value.trim() === '') throw new UsageError(`--${name} is missing; expected ${what}.`);
  return value;
}

/** @throws {UsageError} when the option is not a whole number within its limits */
export function numberOption(
  values: OptionValues,
  name: string,
  limits: { from: number; to: number; otherwise: number },
): number {
  const text = textOption(values, name);
  if (text === null) return limits.otherwise;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= limits.from && value <= limits.to) return value;
  throw new UsageError(
    `--${name} is "${text}"; expected a whole number from ${limits.from} to ${limits.to}.`,
  );
}

/** @throws {UsageError} when the option is not a day of the calendar */
export function dayOption(values: OptionValues, name: string): string | null {
  const text = textOption(values, name);
  if (text === null) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new UsageError(`--${name} is "${text}"; expected a day such as 2026-11-23.`);
}
