import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { diffSchema } from './diff-schema.ts';
import { SCHEMA_FILE } from './migration-files.ts';

test('schema.prisma and the migrations agree', async () => {
  expect(await diffSchema()).toEqual({ differs: false, text: expect.any(String) });
}, 180_000);

test('a model that no migration makes is a difference', async () => {
  const schema = `${await readFile(SCHEMA_FILE, 'utf8')}\nmodel Forgotten {\n  id Int @id\n}\n`;
  const { differs, text } = await diffSchema(schema);
  expect(differs).toBe(true);
  expect(text).toContain('CREATE TABLE "Forgotten"');
}, 180_000);
