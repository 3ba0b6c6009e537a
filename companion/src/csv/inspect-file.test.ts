import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import path from 'node:path';
import { inspectFile } from './inspect-file.ts';
import { makeTempFolder, type TempFolder } from './testing/temp-file.ts';

let folder: TempFolder;
beforeAll(() => {
  folder = makeTempFolder();
});
afterAll(() => folder.remove());

const FRENCH = 'nom;ville;note\nRené;Orléans;déjà vu à l’école\nZoë;Besançon;garçon très âgé\n';
const WESTERN = Buffer.from(FRENCH.replace('’', "'"), 'latin1');
const SHIFT_JIS = Buffer.from([
  0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x2c, 0x93, 0xfa, 0x96, 0x7b, 0x0a, 0x93, 0xfa, 0x96, 0x7b,
]);
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

const inspect = (content: string | Buffer, declared: string | null = null) =>
  inspectFile(folder.write('file.csv', content), declared);

describe('the encoding', () => {
  test.each<[string, string | Buffer, string, string, number]>([
    ['UTF-8', FRENCH, 'utf-8', 'bytes', 0],
    ['UTF-8 with a mark', `\uFEFF${FRENCH}`, 'utf-8', 'mark', 3],
    ['UTF-16 of Windows', Buffer.from(`\uFEFF${FRENCH}`, 'utf16le'), 'utf-16le', 'mark', 2],
    ['UTF-16 the other way round', bigEndian(`\uFEFF${FRENCH}`), 'utf-16be', 'mark', 2],
    ['UTF-16 without a mark', Buffer.from(FRENCH, 'utf16le'), 'utf-16le', 'bytes', 0],
    ['UTF-16 the other way round without a mark', bigEndian(FRENCH), 'utf-16be', 'bytes', 0],
    ['Western European', WESTERN, 'windows-1252', 'letters', 0],
  ])('%s is told, and said', async (_, content, name, source, markBytes) => {
    expect((await inspect(content)).encoding).toEqual({ name, source, markBytes });
  });

  test('is told even when the first letter that is not ASCII stands far behind the beginning', async () => {
    const content = Buffer.concat([Buffer.from('a;b\n'.repeat(400_000)), WESTERN]);
    const facts = await inspect(content);
    expect(facts.encoding.name).toBe('windows-1252');
    expect(facts.lines).toBe(400_003);
  });

  test('that was declared is taken, by any of its names', async () => {
    expect((await inspect(SHIFT_JIS, 'sjis')).encoding).toEqual({
      name: 'shift_jis',
      source: 'declared',
      markBytes: 0,
    });
    expect((await inspect(WESTERN, 'latin1')).encoding.name).toBe('windows-1252');
  });
});

describe('a file is refused, with where and what was expected,', () => {
  test.each<[string, string | Buffer, string | null, RegExp]>([
    ['that is empty', '', null, /is empty; expected a heading line/],
    ['that is a spreadsheet', Buffer.from('PK\x03\x04rest'), null, /is a spreadsheet.*export it as CSV/],
    [
      'in an encoding that is only guessed',
      SHIFT_JIS,
      null,
      /no UTF-8 on line 1, and looks like Shift_JIS.*--encoding/,
    ],
    ['that is not as declared', WESTERN, 'utf-8', /is no utf-8 on line 2/],
    [
      'with an encoding that nobody knows',
      FRENCH,
      'klingon',
      /--encoding is "klingon"; expected a name such as/,
    ],
    [
      'whose mark says otherwise',
      Buffer.from(`\uFEFF${FRENCH}`, 'utf16le'),
      'utf-8',
      /begins with the mark of utf-16le/,
    ],
    ['with bytes that are no text', Buffer.from('a,b\n1,\0\n'), null, /on line 2/],
  ])('%s', async (_, content, declared, message) => {
    await expect(inspect(content, declared)).rejects.toThrow(message);
  });

  test('that is not there, or a folder', async () => {
    await expect(inspectFile(path.join(folder.path, 'nowhere.csv'), null)).rejects.toThrow(
      /cannot be read: expected a CSV/,
    );
    await expect(inspectFile(folder.path, null)).rejects.toThrow(/cannot be read: expected a CSV/);
  });
});

describe('a fingerprint', () => {
  test('is of the whole content', async () => {
    const long = 'a,b\n'.repeat(100_000);
    const [one, same, other] = [
      await inspect(long),
      await inspect(long),
      await inspect(`${long.slice(0, -2)}c\n`),
    ];
    expect(same.fingerprint).toBe(one.fingerprint);
    expect(other.fingerprint).not.toBe(one.fingerprint);
  });

  test.each([
    ['a,b\n1,2\n', 2],
    ['a,b\n1,2', 2],
    ['a\r\nb\r\n', 2],
    ['a\rb\r', 2],
  ])('lines of %j are counted: %i', async (text, lines) => {
    expect((await inspect(text)).lines).toBe(lines);
  });
});
