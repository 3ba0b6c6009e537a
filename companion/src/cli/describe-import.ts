import type { ImportRun } from '../usecases/import-ports.ts';
import type { ImportKind } from '../usecases/imports/kind.ts';
import { IMPORT_KINDS } from '../usecases/imports/kinds.ts';
import type { Match } from '../usecases/imports/match-columns.ts';
import { createTally, tallyShape } from '../usecases/imports/tally.ts';
import type { OpenedFile } from './open-import.ts';

/** The help of `import`. */
export const IMPORT_HELP = `Usage: npm run companion -- import KIND --csv FILE [--map MAP] [--dry-run] [--errors FILE] [--resume]
                                       [--encoding NAME] [--delimiter NAME]
       npm run companion -- import KIND --csv FILE --print-map
       npm run companion -- import list [--org ID|NAME]

Loads a CSV file with a heading line into the org. What cannot be loaded is written to a file with its line, and does
not hold up the rest. Doing it twice is the same as doing it once. Kinds:
${IMPORT_KINDS.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`).join('\n')}

  --map        which columns become what (JSON); without one, columns are found by their names
  --print-map  print a map to begin with, and end
  --dry-run    say what would become of each row, and write nothing
  --errors     where refused lines are written; FILE-errors.csv in this folder unless given (a dry run: nowhere)
  --resume     go on with an import of the same file that was stopped, or cut off
  --encoding   utf-8, utf-16le, windows-1252, …: told from the file unless given
  --delimiter  comma, semicolon, tab or pipe: told from the file unless given

docs/imports.md has the fields of each kind, and maps to copy. Ends with 0 when every row was taken, 1 when some were
refused or it was stopped, 3 when there is nothing to go on with.`;

const SOURCES = {
  mark: 'by its mark',
  bytes: 'every byte fits',
  letters: 'told from its letters',
  declared: 'as given',
};

/** What was found out of a file, and which of its columns are taken for what. */
export function describeFile({ file, facts, delimiter }: OpenedFile, match: Match): string[] {
  const { encoding, lines } = facts;
  const taken = match.fields.map(({ name, source }) =>
    source.column === undefined ? `${name} = ${String(source.const)}` : `${name} ← ${source.column}`,
  );
  return [
    `${file}: ${encoding.name} (${SOURCES[encoding.source]}), ${delimiter}, ${lines.toLocaleString('en-US')} lines`,
    `Taken: ${taken.join(', ')}`,
    ...(match.unusedColumns.length > 0 ? [`Not taken: ${match.unusedColumns.join(', ')}`] : []),
  ];
}

/** One import on one line. */
export function describeRun(run: ImportRun): string {
  const { created, updated, unchanged, refused, usageDays } = {
    ...createTally(),
    ...tallyShape.partial().parse(run.tally),
  };
  const what =
    kindOf(run)?.target === 'usage'
      ? `${usageDays} days of usage`
      : `${created} created, ${updated} updated, ${unchanged} unchanged`;
  const state = run.state === 'running' ? 'running, or cut off' : run.state;
  return `${run.startedAt.slice(0, 16).replace('T', ' ')}  ${run.kind}  ${run.file}: ${state} at line ${run.line}; ${what}, ${refused} refused`;
}

const kindOf = (run: ImportRun): ImportKind | undefined => IMPORT_KINDS.find(({ name }) => name === run.kind);
