import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Store } from '../store/create-store.ts';
import { backupCommand } from './backup-command.ts';
import type { CommandContext } from './command.ts';
import { runCommand } from './run-command.ts';

const LINES = ['# {"start":true}', '{"a":1}', '{"a":"line\\nbreak"}', '# {"end":true}'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenure-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function setup(exported: () => AsyncIterable<string> = () => from(LINES)) {
  const printed: string[] = [];
  const restored: string[] = [];
  const store = {
    exportRows: exported,
    importRows: async (lines: AsyncIterable<string>) => {
      for await (const line of lines) restored.push(line);
      return { tables: 1, rows: 2 };
    },
  };
  const context = {
    ...{ folder, print: (text: string) => printed.push(text) },
    openStore: async () => store as unknown as Store,
  } as unknown as CommandContext;
  const run = (...args: string[]) => runCommand(backupCommand, args, context, (text) => printed.push(text));
  return { run, printed, restored };
}

async function* from(lines: readonly string[]) {
  yield* lines;
}

describe('backup', () => {
  test('writes a file for its owner alone, and restores it line for line', async () => {
    const { run, printed, restored } = setup();
    expect(await run('--out', 'b.gz')).toBe(0);
    expect(printed).toEqual([`Wrote 2 rows to ${path.join(folder, 'b.gz')}.`]);
    expect(statSync(path.join(folder, 'b.gz')).mode & 0o777).toBe(0o600);
    expect(await run('--restore', 'b.gz')).toBe(0);
    expect(restored).toEqual(LINES);
  });

  test('leaves the backup of before in place when it fails half way', async () => {
    const broken = async function* () {
      yield '# {"start":true}';
      throw new Error('the database went away');
    };
    writeFileSync(path.join(folder, 'b.gz'), 'of yesterday');
    await expect(setup(broken).run('--out', 'b.gz')).rejects.toThrow('the database went away');
    expect(readFileSync(path.join(folder, 'b.gz'), 'utf8')).toBe('of yesterday');
  });

  test('refuses a file that was cut off in the middle', async () => {
    const { run } = setup();
    await run('--out', 'b.gz');
    const whole = readFileSync(path.join(folder, 'b.gz'));
    writeFileSync(path.join(folder, 'b.gz'), whole.subarray(0, whole.length - 12));
    await expect(run('--restore', 'b.gz')).rejects.toThrow(/cannot be read \(unexpected end of file\)/);
  });

  test.each([[[]], [['--out', 'a', '--restore', 'b']], [['--restore', 'gone.gz']]])(
    'ends with 2 when called with %j',
    async (args) => {
      expect(await setup().run(...args)).toBe(2);
      expect(existsSync(path.join(folder, 'a'))).toBe(false);
    },
  );
});
