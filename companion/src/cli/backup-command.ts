import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { AppError } from '../errors.ts';
import { EXIT, requireOption, UsageError, type Command } from './command.ts';

const HELP = `Usage: npm run companion -- backup --out FILE
       npm run companion -- backup --restore FILE

  --out      writes everything that the companion keeps to FILE (.gz), as of one moment, while it works on
  --restore  reads FILE back into an empty database, of a server or embedded, all of it or nothing

A backup of an older version can be restored by a newer one. Secrets stay sealed: keep COMPANION_ENCRYPTION_KEYS
elsewhere, and as safely. docs/run.md tells how to do the same with pg_dump.

Ends with 1 when it could not be done; then nothing was changed.`;

/** Backs up the companion's database, and restores it. */
export const backupCommand: Command = {
  name: 'backup',
  summary: 'write everything that is kept to a file, or restore it from there',
  help: HELP,
  options: { out: { type: 'string' }, restore: { type: 'string' } },

  async run(context, values) {
    if ((values['out'] === undefined) === (values['restore'] === undefined)) {
      throw new UsageError('Give either --out FILE or --restore FILE.');
    }
    if (values['restore'] !== undefined) {
      const file = path.resolve(context.folder, requireOption(values, 'restore', 'a backup'));
      if (!existsSync(file)) throw new UsageError(`--restore is "${file}"; there is no such file.`);
      const { tables, rows } = await (await context.openStore()).importRows(linesOf(file));
      context.print(`Restored ${rows} rows of ${tables} tables from ${file}.`);
      return EXIT.ok;
    }
    const file = path.resolve(context.folder, requireOption(values, 'out', 'a file that ends in .gz'));
    const store = await context.openStore();
    let rows = 0;
    const text = async function* () {
      for await (const line of store.exportRows()) {
        if (!line.startsWith('#')) rows += 1;
        yield `${line}\n`;
      }
    };
    // Whole or not at all, and for its owner alone: it holds the names and scores of customers.
    await pipeline(Readable.from(text()), createGzip(), createWriteStream(`${file}.new`, { mode: 0o600 }));
    await rename(`${file}.new`, file);
    context.print(`Wrote ${rows} rows to ${file}.`);
    return EXIT.ok;
  },
};

/** The lines of a backup; a file that is damaged or was cut off ends them with an error that says so. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  const unpacking = pipeline(createReadStream(file), unpacked);
  // The reader below hears of it too.
  unpacking.catch(() => undefined);
  try {
    yield* createInterface({ input: unpacked, crlfDelay: Infinity });
  } catch (cause) {
    const why = (cause as Error).message;
    throw new AppError(
      'BACKUP_UNREADABLE',
      `${file} cannot be read (${why}); expected a file of "backup --out".`,
      {
        cause,
      },
    );
  }
}
