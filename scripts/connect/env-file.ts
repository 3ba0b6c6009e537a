import { existsSync, readFileSync, rmSync } from 'node:fs';
import { CommandError } from '../process/command-error.ts';
import { writePrivate } from './write-private.ts';

/** Variables to set; one that is undefined is taken out. */
export type EnvChange = Readonly<Record<string, string | undefined>>;

/** Changes variables of an environment file and leaves all its other lines, comments among them, as they are. */
export function changeEnv(text: string, change: EnvChange): string {
  const left = new Map(Object.entries(change));
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const changed = lines.flatMap((line) => {
    const name = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=/.exec(line)?.[1];
    if (name === undefined || !(name in change)) return [line];
    const value = left.get(name);
    left.delete(name);
    return value === undefined ? [] : [`${name}=${quote(name, value)}`];
  });
  const added = [...left].flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${quote(name, value)}`],
  );
  const all = [...changed, ...added];
  return all.length === 0 ? '' : `${all.join('\n')}\n`;
}

/** Reads the variables of an environment file; none when there is no such file. */
export function readEnvFile(file: string): Map<string, string> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const pairs = text.split('\n').flatMap((line): [string, string][] => {
    const [, name, value = ''] = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value.trim().replace(/^(["'`])(.*)\1$/, '$2')]];
  });
  return new Map(pairs);
}

/** Changes variables of a file, which only its owner may read; a file that would be empty is removed. */
export function updateEnvFile(file: string, change: EnvChange): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const after = changeEnv(before, change);
  if (after === '') rmSync(file, { force: true });
  else writePrivate(file, after);
}

/**
 * `node --env-file` takes a value bare up to a `#`, and in quotes of three kinds whole; only between double quotes does
 * it read `\n` as a line break.
 */
function quote(name: string, value: string): string {
  if (!/[\s#'"`\\]/.test(value)) return value;
  const kinds = value.includes('\\n') ? ["'", '`'] : ["'", '"', '`'];
  const kind = kinds.find((each) => !value.includes(each));
  if (kind === undefined || /[\r\n]/.test(value))
    throw new CommandError(
      `${name} cannot be written to an environment file: it holds a line break, or every kind of quote.`,
    );
  return `${kind}${value}${kind}`;
}
