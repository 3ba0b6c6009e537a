import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MANIFEST } from './built.ts';
import { pruneBuilds } from './prune-builds.ts';

const NOW = Date.UTC(2026, 10, 22);
const HOUR_MS = 60 * 60 * 1000;
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'tenure-builds-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(name: string, ageHours: number, { whole = true } = {}): void {
  const folder = path.join(root, name);
  mkdirSync(folder);
  if (whole) writeFileSync(path.join(folder, MANIFEST), '{}');
  const builtAt = (NOW - ageHours * HOUR_MS) / 1000;
  utimesSync(folder, builtAt, builtAt);
}

test('keeps the two newest builds and removes older ones', () => {
  put('oldest', 30);
  put('newest', 2);
  put('second', 3);
  pruneBuilds(root, NOW);
  expect(readdirSync(root).sort()).toEqual(['newest', 'second']);
});

test('keeps what a running process may serve, and what is still being built', () => {
  put('newest', 0);
  put('second', 0.1);
  put('young', 0.9);
  put('building-x', 30, { whole: false });
  pruneBuilds(root, NOW);
  expect(readdirSync(root)).toHaveLength(4);
});
