import { describe, expect, test } from '@jest/globals';
import { findAnchors, findLinks } from './markdown.ts';
import { collectCommands } from './shell-commands.ts';

const commandsOf = (...lines: string[]) =>
  collectCommands([{ file: 'page.md', text: ['Text.', '', '```sh', ...lines, '```', ''].join('\n') }]);

describe('the commands of a page', () => {
  test('are the lines of its sh blocks, each with its place', () => {
    expect(commandsOf('npm start', '', 'npm test')).toEqual([
      { text: 'npm start', at: 'page.md:4' },
      { text: 'npm test', at: 'page.md:6' },
    ]);
  });

  test.each([
    ['a comment behind it is left out', ['npm start   # all of it'], 'npm start'],
    ['a # inside quotes or a word stays', ['echo "a # b" c#d'], 'echo "a # b" c#d'],
    ['a backslash joins lines', ['npm run x \\', '  --y'], 'npm run x --y'],
    ['a quoted text goes over lines', ["curl -d '{", "}'"], "curl -d '{\n}'"],
    ['an apostrophe in a comment opens no quote', ["npm start # the org's"], 'npm start'],
  ])('%s', (_, lines, text) => {
    expect(commandsOf(...lines)).toEqual([{ text, at: 'page.md:4' }]);
  });

  test('one that does not end is an error with its place', () => {
    expect(() => commandsOf('echo "open')).toThrow('page.md:4');
  });

  test('other blocks hold none', () => {
    expect(collectCommands([{ file: 'page.md', text: '```json\n{}\n```\n' }])).toEqual([]);
  });
});

test('anchors are made as GitHub makes them, repeated ones numbered', () => {
  expect(
    findAnchors('# Read-only or `write-back`?\n\n## A, b\n\n## A, b\n\n```sh\n# no heading\n```\n'),
  ).toEqual(['read-only-or-write-back', 'a-b', 'a-b-1']);
});

test('links are those of the prose, pictures too, not those in code', () => {
  expect(findLinks('[a](b.md#c) ![d](e.png) `[x](y)`')).toEqual(['b.md#c', 'e.png']);
});
