import { createSign, createVerify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ensureKeyPair } from './key-pair.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = new Date('2026-11-23T00:00:00.000Z');

describe('ensureKeyPair', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'tenure-keys-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('makes a key that fits its certificate, for its owner alone', async () => {
    const { keyFile, certificate, isNew } = await ensureKeyPair(folder, { now: NOW });
    expect(isNew).toBe(true);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const signature = createSign('sha256').update('text').sign(readFileSync(keyFile));
    expect(createVerify('sha256').update('text').verify(certificate, signature)).toBe(true);
  });

  test('keeps it while it holds, and makes another a month before its end or when asked', async () => {
    const first = await ensureKeyPair(folder, { now: NOW });
    const again = await ensureKeyPair(folder, { now: NOW });
    expect(again).toEqual({ ...first, isNew: false });
    const asked = await ensureKeyPair(folder, { now: NOW, rotate: true });
    expect(asked.certificate).not.toBe(first.certificate);
    const late = await ensureKeyPair(folder, { now: new Date(asked.validTo.getTime() - 29 * DAY_MS) });
    expect(late.isNew).toBe(true);
    expect(late.certificate).not.toBe(asked.certificate);
  });
});
