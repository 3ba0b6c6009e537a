import { mkdtempSync, readFileSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeEnv, readEnvFile, updateEnvFile } from './env-file.ts';

const BEFORE = '# ours\nLOG_LEVEL=debug\n\nSALESFORCE_CLIENT_ID=old # gone soon\n';

describe('changeEnv', () => {
  test('changes in place, adds at the end and leaves every other line as it was', () => {
    expect(changeEnv(BEFORE, { SALESFORCE_CLIENT_ID: 'new', SALESFORCE_ACCESS: 'read-only' })).toBe(
      '# ours\nLOG_LEVEL=debug\n\nSALESFORCE_CLIENT_ID=new\nSALESFORCE_ACCESS=read-only\n',
    );
  });

  test('takes out what is undefined', () => {
    expect(changeEnv('A=1\nB=2\n', { A: undefined, C: undefined })).toBe('B=2\n');
    expect(changeEnv('A=1\n', { A: undefined })).toBe('');
  });

  test('done twice changes nothing more', () => {
    const change = { SALESFORCE_USERNAME: 'a b@c.example', NEW: '#1' };
    const once = changeEnv(BEFORE, change);
    expect(changeEnv(once, change)).toBe(once);
  });

  test('refuses what an environment file cannot hold', () => {
    expect(() => changeEnv('', { KEY: 'a\nB=1' })).toThrow(/KEY cannot be written/);
    expect(() => changeEnv('', { KEY: 'all of `\'"' })).toThrow(/every kind of quote/);
  });

  test('whatever is written, Node reads as it was meant', () => {
    const value = fc.string({ minLength: 1, unit: 'grapheme-ascii' }).filter((text) => !text.includes('`'));
    fc.assert(
      fc.property(value, (text) => {
        expect(parseEnv(changeEnv(BEFORE, { KEY: text })).KEY).toBe(text);
      }),
      { numRuns: 1000, examples: [['C:\\new folder'], [`say "it's"`], ['\\n'], [`'\\n`]] },
    );
  });
});

describe('a file', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'tenure-env-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is made for its owner alone, read back, and gone when nothing is left in it', () => {
    const file = path.join(folder, '.env');
    updateEnvFile(file, { A: 'x y', B: '2' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readEnvFile(file)).toEqual(
      new Map([
        ['A', 'x y'],
        ['B', '2'],
      ]),
    );
    updateEnvFile(file, { A: undefined, B: undefined });
    expect(existsSync(file)).toBe(false);
  });

  test('that everyone could read is closed when it is written', () => {
    const file = path.join(folder, 'open.env');
    writeFileSync(file, '# mine\n', { mode: 0o644 });
    updateEnvFile(file, { A: '1' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toBe('# mine\nA=1\n');
  });
});
