import { open, rm, stat, truncate, type FileHandle } from 'node:fs/promises';
import { AppError } from '../errors.ts';
import { toCsvLine } from './write-csv.ts';

const HEADING = ['line', 'column', 'value', 'expected'];

/** A file of the lines that were refused, made when the first one comes. */
export interface ErrorFile {
  /** How long it is: what an import keeps, to cut off what a crash left behind. */
  readonly bytes: number;
  write(rows: readonly (readonly (string | number)[])[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a file of refused lines. One of an earlier part of the same import is cut to the length that was kept with that
 * part; any other is written over.
 *
 * @throws {AppError} when it cannot be written
 */
export async function openErrorFile(file: string, keptBytes: number): Promise<ErrorFile> {
  let handle: FileHandle | null = null;
  const there = await stat(file).catch(() => null);
  let bytes = Math.min(keptBytes, there?.size ?? 0);
  const failed = (cause: unknown) => {
    throw new AppError(
      'CANNOT_WRITE',
      `${file} cannot be written: expected a file in a folder that exists.`,
      {
        cause,
      },
    );
  };
  if (there?.isFile()) await (bytes === 0 ? rm(file) : truncate(file, bytes)).catch(failed);
  return {
    get bytes() {
      return bytes;
    },
    async write(rows) {
      if (rows.length === 0) return;
      handle ??= await open(file, 'a').catch(failed);
      const text = (bytes === 0 ? [HEADING, ...rows] : rows).map(toCsvLine).join('');
      await handle?.appendFile(text);
      bytes += Buffer.byteLength(text);
    },
    async close() {
      await handle?.close();
    },
  };
}
