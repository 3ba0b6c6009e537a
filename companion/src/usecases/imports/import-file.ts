import type { ImportOrg, ImportStore, UsageSink } from '../import-ports.ts';
import type { CheckedRights } from './check-rights.ts';
import { createBatchImporter, type ReadRow, type RowOutcome } from './import-batch.ts';
import type { ImportKind } from './kind.ts';
import { mapRow, type CellProblem, type Lookups } from './map-row.ts';
import type { MatchedField } from './match-columns.ts';
import { countRefusal, countUnknownAccount, type Tally } from './tally.ts';

/** Rows that are carried out together, and repeated together after a crash: enough for a bulk job. */
export const BATCH_ROWS = 5_000;
/** Where rows are long there are fewer of them, so that a batch stays small in memory and as the upload of a job. */
export const BATCH_CHARACTERS = 1_500_000;
const DAYS_A_PAGE = 1_000;
/** Characters of a refused value that are repeated. */
const VALUE_LENGTH = 60;

/** A row of a file with the line on which it begins, or what is wrong with that line. */
export type FileRow = { line: number; cells: string[] } | { line: number; problem: string };

/** Where refused lines go. */
export interface RefusedLines {
  /** How long it is. */
  bytes: number;
  write(rows: readonly (readonly (string | number)[])[]): Promise<void>;
}

/** What one import works on. */
export interface ImportJob {
  orgId: string;
  kind: ImportKind;
  /** How many columns the heading has. */
  columns: number;
  fields: readonly MatchedField[];
  lookups: Lookups;
  rights: CheckedRights;
  rows: AsyncIterable<readonly FileRow[]>;
  /** The last line that is done already: that of the heading, or of the row after which to go on. */
  doneLine: number;
  /** What earlier parts of the import came to; counted on. */
  tally: Tally;
  refused: RefusedLines;
  /** Null for a dry run, which keeps and writes nothing. */
  runId: string | null;
}

export interface ImportDeps {
  org: ImportOrg;
  store: ImportStore;
  usage: UsageSink;
  clock(): Date;
  signal: AbortSignal;
  progress(line: number, tally: Tally): void;
}

/** Carries out an import to its end, or to the end of a batch when it is told to stop. Gives back whether it is done. */
export async function importFile(job: ImportJob, deps: ImportDeps): Promise<boolean> {
  const { kind, runId, tally } = job;
  const now = deps.clock().toISOString();
  const importBatch = createBatchImporter(deps.org, {
    kind,
    ...job.rights,
    today: now.slice(0, 10),
    dryRun: runId === null,
  });
  for await (const batch of inBatches(job.rows, job.doneLine)) {
    if (deps.signal.aborted) return false;
    const { readable, refused } = readBatch(batch, job, now);
    const { outcomes, usage } = await importBatch(readable);
    const settled = [...refused, ...outcomes].toSorted((a, b) => a.line - b.line);
    await job.refused.write(settled.flatMap(toErrorRows));
    tally.rows += batch.length;
    for (const each of settled) count(tally, each);
    const line = batch.at(-1)?.line ?? 0;
    if (runId !== null) {
      const progress = { line, errorBytes: job.refused.bytes, tally };
      await deps.store.saveImport(runId, progress, usage, deps.clock().toISOString());
    }
    deps.progress(line, tally);
  }
  if (runId !== null && kind.target === 'usage') await recordUsage(job.orgId, runId, tally, deps);
  return !deps.signal.aborted;
}

async function* inBatches(
  rows: AsyncIterable<readonly FileRow[]>,
  doneLine: number,
): AsyncGenerator<FileRow[]> {
  let batch: FileRow[] = [];
  let characters = 0;
  for await (const some of rows) {
    for (const row of some) {
      if (row.line <= doneLine) continue;
      batch.push(row);
      characters += lengthOf(row);
      if (batch.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue;
      yield batch;
      [batch, characters] = [[], 0];
    }
  }
  if (batch.length > 0) yield batch;
}

const lengthOf = (row: FileRow) =>
  'problem' in row ? 0 : row.cells.reduce((sum, cell) => sum + cell.length, 0);

function readBatch(
  batch: readonly FileRow[],
  { kind, fields, lookups, columns }: ImportJob,
  now: string,
): { readable: ReadRow[]; refused: RowOutcome[] } {
  const readable: ReadRow[] = [];
  const refused: RowOutcome[] = [];
  for (const each of batch) {
    const { line } = each;
    const read = 'problem' in each ? wholeLine(each.problem) : readCells(each.cells, columns);
    if ('problems' in read) {
      refused.push({ line, outcome: 'refused', ...read });
      continue;
    }
    const mapped = mapRow(read.cells, fields, kind, lookups, now);
    if ('problems' in mapped) refused.push({ line, outcome: 'refused', ...mapped });
    else readable.push({ line, row: mapped.row });
  }
  return { readable, refused };
}

function readCells(cells: string[], columns: number): { cells: string[] } | { problems: CellProblem[] } {
  // Spreadsheets end lines with delimiters after which nothing comes.
  const spare = cells.slice(columns).every((cell) => cell.trim() === '');
  if (cells.length >= columns && spare) return { cells };
  return wholeLine(`has ${cells.length} cells; expected ${columns}, as in the heading`);
}

const wholeLine = (expected: string) => ({ problems: [{ column: '', value: '', expected }] });

function toErrorRows(each: RowOutcome): (string | number)[][] {
  if (each.outcome !== 'refused') return [];
  return each.problems.map(({ column, value, expected }) => [each.line, column, shorten(value), expected]);
}

const shorten = (value: string) =>
  value.length > VALUE_LENGTH ? `${value.slice(0, VALUE_LENGTH - 1)}…` : value;

function count(tally: Tally, each: RowOutcome): void {
  if (each.outcome === 'refused') {
    countRefusal(tally, each.line, each.problems);
    if (each.unknownAccount) countUnknownAccount(tally, each.unknownAccount);
  } else if (each.outcome === 'usage') tally.usageLines += 1;
  else tally[each.outcome] += 1;
}

/** Adds up the kept lines by account and day, and records the days: the same days again replace themselves. */
async function recordUsage(orgId: string, runId: string, tally: Tally, deps: ImportDeps): Promise<void> {
  tally.usageDays = 0;
  for (let after: { accountId: string; day: string } | null = null; ;) {
    const days = await deps.store.pageUsageDays(runId, after, DAYS_A_PAGE);
    const last = days.at(-1);
    if (!last || deps.signal.aborted) break;
    const { kept } = await deps.usage.recordDays(orgId, days, deps.clock().toISOString());
    tally.usageDays += kept;
    after = { accountId: last.accountId, day: last.day };
  }
  if (!deps.signal.aborted) await deps.store.dropUsageLines(runId);
}
