import { readFileSync } from 'node:fs';
import path from 'node:path';

const ADMIN_GUIDE = path.resolve(import.meta.dirname, '..', '..', 'docs', 'admin.md');

/**
 * What the admin guide says that a command prints, and it did not: line by line, in order, `…` for what differs.
 *
 * @throws {Error} when the guide does not have the command with its output
 */
export function missingFromOutput(command: string, output: string): string[] {
  const guide = readFileSync(ADMIN_GUIDE, 'utf8');
  const blocks = [...guide.matchAll(/```sh\n([^`]+)```[^`]*```text\n([^`]+)```/g)];
  const [, , documented] = blocks.find(([, commands]) => commands?.trim() === command) ?? [];
  if (!documented) throw new Error(`docs/admin.md does not say what "${command}" prints.`);
  let rest = output;
  return documented
    .trim()
    .split('\n')
    .filter((line) => {
      const found = toPattern(line).exec(rest);
      if (found) rest = rest.slice(found.index + found[0].length);
      return !found;
    });
}

function toPattern(line: string): RegExp {
  const parts = line.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'm');
}
