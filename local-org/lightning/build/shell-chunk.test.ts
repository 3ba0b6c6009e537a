import { expect, test } from '@jest/globals';
import { nameShellChunk } from './shell-chunk.ts';

const IMPORTS: Record<string, string[]> = {
  boot: ['app'],
  app: ['button', 'boot'],
  button: [],
  table: ['button'],
};
const graph = { getModuleInfo: (id: string) => ({ importedIds: IMPORTS[id] ?? [] }) };

test.each([
  ['boot', 'shell'],
  ['button', 'shell'],
  ['table', null],
])('%s goes to the chunk %s', (id, chunk) => {
  expect(nameShellChunk('boot')(id, graph)).toBe(chunk);
});
