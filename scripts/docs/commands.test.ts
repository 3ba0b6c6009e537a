import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { inRoot } from '../process/root.ts';
import { findCheck, type CommandCheck } from './command-check.ts';
import { COMMAND_CHECKS } from './command-table.ts';
import { readDocs } from './read-docs.ts';
import { collectCommands } from './shell-commands.ts';

const commands = collectCommands(readDocs());

describe('every command of the documentation', () => {
  test('is run on a product, shown by a test, or listed with why it cannot be run', () => {
    expect(commands.length).toBeGreaterThan(40);
    const faults = commands.flatMap((command) => {
      try {
        findCheck(COMMAND_CHECKS, command);
        return [];
      } catch (error) {
        return [(error as Error).message];
      }
    });
    expect(faults).toEqual([]);
  });

  test('that a test shows is in that test', () => {
    const wrong = COMMAND_CHECKS.flatMap(({ command, proof }) => {
      if (!('file' in proof)) return [];
      const source = readFileSync(inRoot(proof.file), 'utf8');
      if (!source.includes(`'${proof.title}'`)) return [`${proof.file} has no test '${proof.title}'`];
      const isSaid = partsOfTest(source, proof.title).some((part) => part.includes(proof.says));
      return isSaid ? [] : [`${command.source}: '${proof.title}' has no ${proof.says}`];
    });
    expect(wrong).toEqual([]);
  });

  test('that cannot be run has a reason', () => {
    const without = COMMAND_CHECKS.filter(({ proof }) => 'cannotRun' in proof && proof.cannotRun.length < 10);
    expect(without).toEqual([]);
  });
});

test('no entry is left of a command that the documentation has no more', () => {
  const idle = COMMAND_CHECKS.filter(({ command }) => !commands.some(({ text }) => command.test(text)));
  expect(idle.map(({ command }) => command.source)).toEqual([]);
});

test('a command that nothing stands behind is named with its place', () => {
  const checks: CommandCheck[] = [{ command: /^npm/, proof: { cannotRun: 'an example' } }];
  const unknown = { text: 'rm -rf /', at: 'docs/page.md:3' };
  expect(() => findCheck(checks, unknown)).toThrow('docs/page.md:3: no entry fits');
  expect(() => findCheck([...checks, ...checks], { ...unknown, text: 'npm start' })).toThrow(
    'several entries fit',
  );
});

/** A test, and what stands before the first one of its file: the commands that all of them share. */
function partsOfTest(source: string, title: string): string[] {
  const [shared = '', ...tests] = source.split(/^ *(?=test(?:\.each)?\()/m);
  return [shared, ...tests.filter((test) => test.startsWith(`test('${title}'`))];
}
