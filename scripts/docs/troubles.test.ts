import { expect, test } from '@jest/globals';
import { HOLE, readCommandErrors, readErrorCodes, readSourceTexts } from './source-texts.ts';
import { readTroubles } from './troubles.ts';

const troubles = readTroubles();
const told = troubles.flatMap(({ messages }) => messages);
const codes = readErrorCodes();
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
const isCode = (text: string) => /^[A-Z_]+$/.test(text);

test('each trouble has a cause and a remedy', () => {
  expect(troubles.length).toBeGreaterThan(50);
  expect(troubles.filter(({ cause, remedy }) => cause === '' || remedy === '')).toEqual([]);
});

test('every message that is explained is one that the product has', () => {
  const texts = [...readSourceTexts()];
  const made = new Set([...codes, ...texts]);
  const unknown = told.filter(
    (message) => !made.has(message) && !texts.some((text) => text.includes(message)),
  );
  expect(unknown).toEqual([]);
});

test('every error code of the companion is explained', () => {
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !told.includes(code))).toEqual([]);
});

test('every message that a command of package.json fails with is explained', () => {
  const own = readCommandErrors().filter((message) => /[a-z]{3}/.test(message.replaceAll(HOLE, '')));
  expect(own.length).toBeGreaterThan(20);
  const texts = told.filter((message) => !isCode(message));
  const unexplained = own.filter((message) => !texts.some((text) => squeeze(message).includes(text)));
  expect(unexplained).toEqual([]);
});
