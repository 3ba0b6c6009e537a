import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { CommandError } from '../process/command-error.ts';
import { inRoot } from '../process/root.ts';
import { runCommand } from '../process/run-command.ts';
import { readPermissionSets } from './read-rights.ts';
import { renderRights } from './render-rights.ts';

/** A part of a page that is made from the code: between `<!-- npm run docs: NAME -->` and `<!-- end -->`. */
interface MadePart {
  file: string;
  name: string;
  make(): Promise<string>;
}

const PARTS: readonly MadePart[] = [
  { file: 'docs/api.md', name: 'reference', make: makeApiReference },
  { file: 'docs/rights.md', name: 'rights', make: () => Promise.resolve(renderRights(readPermissionSets())) },
];

/** Each page with made parts, as it is and as it has to be. */
export async function makePages(): Promise<{ file: string; is: string; shouldBe: string }[]> {
  return Promise.all(
    PARTS.map(async ({ file, name, make }) => {
      const is = readFileSync(inRoot(file), 'utf8');
      const config = await resolveConfig(inRoot(file));
      const shouldBe = await format(replacePart(file, is, name, await make()), { ...config, filepath: file });
      return { file, is, shouldBe };
    }),
  );
}

function replacePart(file: string, page: string, name: string, made: string): string {
  const start = `<!-- npm run docs: ${name} -->`;
  const end = '<!-- end -->';
  const [before, rest] = page.split(start);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) {
    throw new CommandError(`${file} has no place for ${name}; expected "${start}" and, after it, "${end}".`);
  }
  return `${before}${start}\n\n${made}\n\n${end}${after}`;
}

async function makeApiReference(): Promise<string> {
  const script = inRoot('companion', 'scripts', 'print-api-reference.ts');
  const { code, stdout, stderr } = await runCommand(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    script,
  ]);
  if (code !== 0) throw new CommandError(`The API reference could not be made:\n${stderr}`);
  return stdout;
}
