import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../process/root.ts';

/**
 * Runs `work` unless it ran before for the same `key` and what it made is still there.
 *
 * @returns whether it ran
 */
export async function runOnceChanged(
  name: string,
  key: string,
  made: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const stamp = inRoot('.cache', 'setup', name);
  if (existsSync(made) && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return false;
  await work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, key);
  return true;
}
