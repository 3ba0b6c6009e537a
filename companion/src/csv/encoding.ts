import chardet from 'chardet';

/** How the text of a file was told: by a mark at its beginning, because every byte fits, from its letters, or by whoever called. */
export type EncodingSource = 'mark' | 'bytes' | 'letters' | 'declared';

/** An encoding by its name in the WHATWG Encoding Standard, and how many bytes of mark come before the text. */
export interface FoundEncoding {
  name: string;
  source: EncodingSource;
  markBytes: number;
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** What a file begins with that is no text, whatever its name. */
const NO_TEXT: readonly (readonly [string, readonly number[]])[] = [
  ['a spreadsheet or an archive (ZIP)', [0x50, 0x4b, 0x03, 0x04]],
  ['an old spreadsheet (XLS)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['compressed (gzip)', [0x1f, 0x8b]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
];
/** Share of zero bytes at even or odd places from which a file without a mark is taken for UTF-16. */
const UTF16_ZERO_SHARE = 0.3;
const WESTERN = new Set(['windows-1252', 'ISO-8859-1']);

const beginsWith = (head: Buffer, bytes: readonly number[]) =>
  bytes.every((byte, index) => head[index] === byte);

/** What a file is that cannot be a CSV file, by its first bytes; null when it may be one. */
export function findOtherFormat(head: Buffer): string | null {
  return NO_TEXT.find(([, bytes]) => beginsWith(head, bytes))?.[0] ?? null;
}

/** The encoding that the first bytes give away: a mark, or the zero bytes of UTF-16. Null when they do not. */
export function readMark(head: Buffer): FoundEncoding | null {
  const mark = MARKS.find(([, bytes]) => beginsWith(head, bytes));
  if (mark) return { name: mark[0], source: 'mark', markBytes: mark[1].length };
  const pairs = Math.floor(head.length / 2);
  const zeros = [0, 0];
  for (let index = 0; index < pairs * 2; index += 1) {
    if (head[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros.map((count) => count / Math.max(pairs, 1));
  if (odd >= UTF16_ZERO_SHARE && odd > even) return { name: 'utf-16le', source: 'bytes', markBytes: 0 };
  if (even >= UTF16_ZERO_SHARE) return { name: 'utf-16be', source: 'bytes', markBytes: 0 };
  return null;
}

/**
 * The encoding of bytes that are no UTF-8, by how its letters are spread. Western ones are read without being asked;
 * any other is only named, because to guess wrong would garble every name.
 */
export function guessEncoding(sample: Buffer): { western: true } | { western: false; name: string | null } {
  const [best] = chardet.analyse(sample).filter(({ name }) => !/^(UTF|ASCII)/.test(name));
  if (best && WESTERN.has(best.name)) return { western: true };
  return { western: false, name: best?.name ?? null };
}

/** The standard's name of an encoding as people write it, such as latin1 or cp1252; null when there is none. */
export function standardName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
