import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CommandError, runMain } from '../../process/command-error.ts';
import { inRoot } from '../../process/root.ts';
import { runCommand } from '../../process/run-command.ts';
import { findCheck } from '../command-check.ts';
import { COMMAND_CHECKS } from '../command-table.ts';
import { findFences } from '../markdown.ts';
import { readDocs, type Doc } from '../read-docs.ts';
import { collectCommands } from '../shell-commands.ts';
import { adaptCommand, substitutes, type RunningProduct } from './substitutes.ts';

// Types every command of the documentation that a running product is enough for, page by page as a reader would, and
// looks for what each has to print: node scripts/docs/testing/run-commands.ts --data FOLDER --companion URL

runMain(async () => {
  const { values } = parseArgs({ options: { data: { type: 'string' }, companion: { type: 'string' } } });
  if (!values.data || !values.companion)
    throw new CommandError('Expected --data FOLDER and --companion URL.');
  const files = mkdtempSync(path.join(tmpdir(), 'tenure-docs-'));
  try {
    await runAll(readDocs(), { data: values.data, companion: values.companion, files });
  } finally {
    rmSync(files, { recursive: true, force: true });
  }
});

async function runAll(docs: readonly Doc[], product: RunningProduct): Promise<void> {
  writeFileSync(path.join(product.files, 'jira-map.json'), firstJson(docs, 'docs/webhooks.md'));
  let names = substitutes(product, new Date());
  const done = new Set<string>();
  for (const command of collectCommands(docs)) {
    const { proof } = findCheck(COMMAND_CHECKS, command);
    if (!('prints' in proof)) continue;
    const text = adaptCommand(command.text, names);
    if (done.has(text)) continue;
    const output = await type(text, product);
    if (!proof.prints.test(output)) {
      throw new CommandError(`${command.at}: "${text}" printed no ${proof.prints}, but\n${output}`);
    }
    done.add(text);
    process.stdout.write(`${command.at}  ${command.text.split('\n')[0]}\n`);
    const [found] = proof.keeps?.from.exec(output) ?? [];
    if (proof.keeps && found)
      names = [...names.filter(([name]) => name !== proof.keeps?.name), [proof.keeps.name, found]];
  }
  process.stdout.write(`${done.size} commands did what the documentation says.\n`);
}

/** Both streams, for a failed command to be read in the report. */
async function type(command: string, { data }: RunningProduct): Promise<string> {
  const { stdout, stderr } = await runCommand('bash', ['-c', command], {
    cwd: inRoot(),
    env: { ...process.env, NODE_OPTIONS: '', COMPANION_DATA_DIR: path.join(data, 'companion') },
  });
  return `${stdout}${stderr}`;
}

/** The example of a page that its commands read as a file. */
function firstJson(docs: readonly Doc[], file: string): string {
  const page = docs.find((doc) => doc.file === file);
  const example = findFences(page?.text ?? '').find(({ language }) => language === 'json');
  if (!example) throw new CommandError(`${file} has no example in JSON; its first one is the map of a hook.`);
  return example.text;
}
