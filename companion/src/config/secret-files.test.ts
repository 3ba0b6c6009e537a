import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDatabaseLocation } from './env.ts';
import { reportEnv } from './report-env.ts';

const URL = 'postgresql://tenure:secret@db:5432/tenure';
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenure-secrets-'));
  file = path.join(folder, 'url');
  writeFileSync(file, `${URL}\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a secret may stand in a file of its own', () => {
  expect(readDatabaseLocation({ DATABASE_URL_FILE: file })).toEqual({ url: URL });
});

test('a variable that is set stands', () => {
  const given = 'postgresql://other/tenure';
  expect(readDatabaseLocation({ DATABASE_URL_FILE: file, DATABASE_URL: given })).toEqual({ url: given });
});

test('a file that is not there is named, by the variable that names it', () => {
  expect(() => readDatabaseLocation({ DATABASE_URL_FILE: `${file}-gone` })).toThrow(
    /DATABASE_URL_FILE.*url-gone/,
  );
});

test('the doctor tells names and never values, and what nothing reads', () => {
  const facts = reportEnv({
    DATABASE_URL: URL,
    DATABASE_URL_FILE: '',
    SALESFORCE_LOGINURL: 'https://x',
    SALESFORCE_CLIENT_ID: 'id',
    HOME: '/root',
  });
  expect(facts).toMatchObject({
    set: ['SALESFORCE_CLIENT_ID', 'DATABASE_URL'],
    unknown: ['SALESFORCE_LOGINURL'],
  });
  expect(facts.problems).toContainEqual(expect.stringContaining('SALESFORCE_LOGIN_URL is not set'));
  expect(JSON.stringify(facts)).not.toContain('secret@');
});
