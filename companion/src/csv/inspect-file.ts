import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { AppError } from '../errors.ts';
import { findOtherFormat, guessEncoding, readMark, standardName, type FoundEncoding } from './encoding.ts';

const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 1024 * 1024;
/** Bytes on either side of the first that is no UTF-8, from which another encoding is told. */
const SAMPLE_BYTES = 32 * 1024;

/** What is known of a file before a row of it is read. */
export interface FileFacts {
  encoding: FoundEncoding;
  bytes: number;
  lines: number;
  /** SHA-256 of the content: a file that was changed is another file. */
  fingerprint: string;
  /** The beginning, as text. */
  head: string;
}

/**
 * Reads a file once from end to end, in constant memory, so that text that cannot be read is found before anything is
 * written. Without a declared encoding: a mark, else UTF-8 if every byte fits, else Western European.
 *
 * @throws {AppError} when it is no text, or not in that encoding: with the line
 */
export async function inspectFile(file: string, declared: string | null): Promise<FileFacts> {
  const head = await readHead(file);
  if (head.length === 0) throw badFile(file, 'is empty; expected a heading line');
  const format = findOtherFormat(head);
  if (format !== null) throw badFile(file, `is ${format}; expected text: export it as CSV`);
  if (declared !== null) return asDeclared(file, head, declared);

  const marked = readMark(head);
  const first = await scan(file, marked ?? { name: 'utf-8', source: 'bytes', markBytes: 0 }, head);
  if (!('damage' in first)) return first;
  const { line, offset } = first.damage;
  if (marked) throw notText(file, marked.name, line);
  const guess = guessEncoding(await readAround(file, offset));
  if (!guess.western) {
    const looks = guess.name === null ? '' : `, and looks like ${guess.name}`;
    throw badFile(
      file,
      `is no UTF-8 on line ${line}${looks}; expected UTF-8, UTF-16 or windows-1252: save it as UTF-8, or name its encoding with --encoding`,
    );
  }
  const western = await scan(file, { name: 'windows-1252', source: 'letters', markBytes: 0 }, head);
  if ('damage' in western) throw notText(file, 'UTF-8 or windows-1252', western.damage.line);
  return western;
}

async function asDeclared(file: string, head: Buffer, declared: string): Promise<FileFacts> {
  const name = standardName(declared);
  if (name === null) {
    throw new AppError(
      'BAD_FILE',
      `--encoding is "${declared}"; expected a name such as utf-8, utf-16le, windows-1252 or shift_jis.`,
    );
  }
  const mark = readMark(head);
  if (mark?.source === 'mark' && mark.name !== name) {
    throw badFile(file, `begins with the mark of ${mark.name}, but --encoding says ${name}`);
  }
  const markBytes = mark?.source === 'mark' ? mark.markBytes : 0;
  const facts = await scan(file, { name, source: 'declared', markBytes }, head);
  if ('damage' in facts) throw notText(file, name, facts.damage.line);
  return facts;
}

type Damage = { damage: { line: number; offset: number } };

async function scan(file: string, encoding: FoundEncoding, head: Buffer): Promise<FileFacts | Damage> {
  const decoder = new TextDecoder(encoding.name);
  const damage = damageOf(encoding.name);
  const hash = createHash('sha256');
  const facts = { bytes: 0, lines: 0 };
  let last = '';
  const look = (text: string): number | null => {
    const at = text.search(damage);
    facts.lines += countBreaks(at < 0 ? text : text.slice(0, at), last);
    last = text.at(-1) ?? last;
    return at < 0 ? null : facts.lines + 1;
  };
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    const line = look(decoder.decode(chunk, { stream: true }));
    if (line !== null) return { damage: { line, offset: facts.bytes + firstHigh(chunk) } };
    facts.bytes += chunk.length;
  }
  const line = look(decoder.decode());
  if (line !== null) return { damage: { line, offset: facts.bytes } };
  if (last !== '\n') facts.lines += 1;
  const text = new TextDecoder(encoding.name).decode(head, { stream: true });
  return { ...facts, encoding, fingerprint: hash.digest('hex'), head: text };
}

/**
 * What no text of an encoding holds: the sign for bytes that mean nothing, zero bytes, and in encodings of one byte the
 * control characters from 0x80 on, which stand for bytes that are not assigned.
 */
function damageOf(encoding: string): RegExp {
  return /^(utf|gb|big5|euc|shift|iso-2022)/.test(encoding) ? /[\0\uFFFD]/ : /[\0\uFFFD\x80-\x9F]/;
}

function countBreaks(text: string, before: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  // Lone carriage returns break lines too; one before a line feed is the same break.
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text[at + 1] !== '\n' && at + 1 < text.length) count += 1;
  }
  return before === '\r' && text !== '' && text[0] !== '\n' ? count + 1 : count;
}

const firstHigh = (chunk: Buffer) =>
  Math.max(
    0,
    chunk.findIndex((byte) => byte > 0x7f),
  );

async function readHead(file: string): Promise<Buffer> {
  return readPart(file, 0, HEAD_BYTES).catch((cause: unknown) => {
    throw new AppError('NO_FILE', `${file} cannot be read: expected a CSV file.`, { cause });
  });
}

const readAround = (file: string, offset: number) =>
  readPart(file, Math.max(0, offset - SAMPLE_BYTES), 2 * SAMPLE_BYTES);

async function readPart(file: string, position: number, length: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const badFile = (file: string, what: string) => new AppError('BAD_FILE', `${file} ${what}.`);
const notText = (file: string, encoding: string, line: number) =>
  badFile(file, `is no ${encoding} on line ${line}; name the encoding that it has with --encoding`);
