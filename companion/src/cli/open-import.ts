import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DELIMITERS, detectDelimiter, type DelimiterName } from '../csv/detect-delimiter.ts';
import { inspectFile, type FileFacts } from '../csv/inspect-file.ts';
import { readCsv } from '../csv/read-csv.ts';
import { readLookup } from '../csv/read-lookup.ts';
import { AppError } from '../errors.ts';
import { shortHash } from '../usecases/hash.ts';
import type { ImportIdentity } from '../usecases/import-ports.ts';
import type { ImportKind } from '../usecases/imports/kind.ts';
import type { Lookups } from '../usecases/imports/map-row.ts';
import { readMapping, type Mapping } from '../usecases/imports/mapping.ts';
import { matchColumns, type Match } from '../usecases/imports/match-columns.ts';
import { textOption, UsageError, type OptionValues } from './command.ts';

/** A file whose heading is read, and how the rows after it are to be. */
export interface OpenedFile {
  file: string;
  facts: FileFacts;
  delimiter: DelimiterName;
  heading: string[];
  headingLine: number;
}

/** Which rows become what. */
export interface OpenedMapping {
  match: Match;
  lookups: Lookups;
  identity: ImportIdentity;
}

/** Looks at a CSV file: its encoding, its delimiter and its heading. */
export async function openImportFile(file: string, values: OptionValues): Promise<OpenedFile> {
  const facts = await inspectFile(file, textOption(values, 'encoding'));
  const delimiter = delimiterOption(values) ?? detectDelimiter(facts.head);
  for await (const rows of readCsv(file, { encoding: facts.encoding, delimiter })) {
    const [first] = rows;
    if (!first) continue;
    if ('problem' in first)
      throw new AppError('BAD_FILE', `${file}: the heading on line ${first.line} ${first.problem}.`);
    return {
      file,
      facts,
      delimiter,
      heading: first.cells.map((cell) => cell.trim()),
      headingLine: first.line,
    };
  }
  throw new AppError('BAD_FILE', `${file} has no row with a value; expected a heading line.`);
}

/** Reads the map, if there is one, and the files that it looks things up in, and matches both with the heading. */
export async function openMapping(
  { file, facts, delimiter, heading }: OpenedFile,
  kind: ImportKind,
  mapFile: string | null,
): Promise<OpenedMapping> {
  const mapping = mapFile === null ? null : await readMapFile(mapFile);
  const match = matchColumns(kind, heading, mapping);
  if ('problem' in match) throw new AppError('BAD_MAP', `${mapFile ?? file}: ${match.problem}.`);
  const lookups = new Map<string, ReadonlyMap<string, string>>();
  const read: string[] = [];
  for (const { name, source } of match.fields) {
    if (!source.lookup) continue;
    // Beside the file that is imported: both come from the same export.
    const { values, fingerprint } = await readLookup(
      path.resolve(path.dirname(file), source.lookup.csv),
      source.lookup,
    );
    lookups.set(name, values);
    read.push(fingerprint);
  }
  const mappingHash = shortHash({ fields: match.fields, delimiter, encoding: facts.encoding.name, read });
  return { match, lookups, identity: { kind: kind.name, fingerprint: facts.fingerprint, mappingHash } };
}

async function readMapFile(file: string): Promise<Mapping> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('NO_FILE', `${file} cannot be read: expected a mapping file (JSON).`, { cause });
  });
  const read = readMapping(text);
  if ('problem' in read) throw new AppError('BAD_MAP', `${file} ${read.problem}.`);
  return read.mapping;
}

function delimiterOption(values: OptionValues): DelimiterName | null {
  const given = textOption(values, 'delimiter');
  if (given === null) return null;
  const names = Object.keys(DELIMITERS) as DelimiterName[];
  const name = names.find((each) => each === given || DELIMITERS[each] === given);
  if (name) return name;
  throw new UsageError(`--delimiter is "${given}"; expected ${names.join(', ')}, or the character itself.`);
}
