import path from 'node:path';
import { openErrorFile } from '../csv/error-file.ts';
import { readCsv } from '../csv/read-csv.ts';
import { AppError } from '../errors.ts';
import type { Companion } from '../open-companion.ts';
import type { ImportRun } from '../usecases/import-ports.ts';
import { checkRights } from '../usecases/imports/check-rights.ts';
import { describeTally } from '../usecases/imports/describe-tally.ts';
import { importFile, type ImportJob } from '../usecases/imports/import-file.ts';
import type { ImportKind } from '../usecases/imports/kind.ts';
import { createTally, tallyShape } from '../usecases/imports/tally.ts';
import { EXIT, textOption, UsageError, type CommandContext, type OptionValues } from './command.ts';
import type { OpenedFile, OpenedMapping } from './open-import.ts';

/** What is imported from where. */
export interface WantedImport {
  kind: ImportKind;
  opened: OpenedFile;
  mapping: OpenedMapping;
}

type ImportCompanion = Pick<Companion, 'org' | 'importOrg' | 'usageSink' | 'store'>;

/** Where an import begins: anew, after the last line of an earlier one, or as a dry run, which is kept nowhere. */
interface Start {
  runId: string | null;
  earlier: ImportRun | null;
  errorFile: string;
}

/** Carries out an import from where it is to begin, prints its report, and gives back how the command ends. */
export async function carryOutImport(
  wanted: WantedImport,
  { org, importOrg, usageSink, store }: ImportCompanion,
  context: CommandContext,
  values: OptionValues,
): Promise<number> {
  const { kind, opened, mapping } = wanted;
  const rights = await checkRights(importOrg, kind, mapping.match.fields);
  if ('problem' in rights) throw new AppError('ORG_REFUSED', rights.problem);
  for (const note of rights.notes) context.print(`Note: ${note}.`);
  const start = await findStart(wanted, { org, store }, context, values);
  if (start === null) return EXIT.nothing;

  const { runId, earlier, errorFile } = start;
  const refused = errorFile === '' ? NOWHERE : await openErrorFile(errorFile, earlier?.errorBytes ?? 0);
  const job: ImportJob = {
    orgId: org.orgId,
    kind,
    columns: opened.heading.length,
    fields: mapping.match.fields,
    lookups: mapping.lookups,
    rights,
    rows: readCsv(opened.file, { encoding: opened.facts.encoding, delimiter: opened.delimiter }),
    doneLine: Math.max(earlier?.line ?? 0, opened.headingLine),
    tally: { ...createTally(), ...tallyShape.partial().parse(earlier?.tally ?? {}) },
    refused,
    runId,
  };
  const tellState = (state: 'done' | 'stopped' | 'failed') =>
    runId === null ? undefined : store.setImportState(runId, state, context.clock().toISOString());
  let last = job.doneLine;
  const total = opened.facts.lines;
  try {
    const isDone = await importFile(job, {
      org: importOrg,
      store,
      usage: usageSink,
      clock: context.clock,
      signal: context.signal,
      progress(line, tally) {
        last = line;
        const text = `${count(line)} of ${count(total)} lines, ${count(tally.refused)} refused`;
        context.progress(text, line / total);
      },
    });
    await tellState(isDone ? 'done' : 'stopped');
    describeTally(job.tally, kind, runId === null).forEach(context.print);
    if (refused.bytes > 0) context.print(`Refused lines: ${errorFile}`);
    if (!isDone) context.print(`Stopped after line ${count(last)}. ${GO_ON}`);
    return isDone && job.tally.refused === 0 ? EXIT.ok : EXIT.failed;
  } catch (error) {
    if (runId !== null) context.print(`Failed after line ${count(last)}; what was done is kept. ${GO_ON}`);
    await tellState('failed');
    throw error;
  } finally {
    await refused.close();
  }
}

const GO_ON = 'To go on, give the same command with --resume.';
const NOWHERE = { bytes: 0, write: async () => undefined, close: async () => undefined };
const count = (value: number) => value.toLocaleString('en-US');

/** Null when it is to go on with an import and there is none. */
async function findStart(
  { kind, opened, mapping }: WantedImport,
  { org, store }: Pick<Companion, 'org' | 'store'>,
  context: CommandContext,
  values: OptionValues,
): Promise<Start | null> {
  const errorFile = errorFileOf(opened.file, context, values);
  if (values['dry-run']) {
    return { runId: null, earlier: null, errorFile: textOption(values, 'errors') === null ? '' : errorFile };
  }
  const at = context.clock().toISOString();
  const earlier = await store.findUnfinishedImport(org.orgId, mapping.identity);
  if (values['resume']) {
    if (!earlier) {
      context.print(`No import of this file as ${kind.name}, read in this way, was left unfinished.`);
      return null;
    }
    context.print(`Going on after line ${count(earlier.line)}.`);
    await store.setImportState(earlier.id, 'running', at);
    return { runId: earlier.id, earlier, errorFile: earlier.errorFile };
  }
  if (earlier) {
    context.print(
      `Note: an earlier import of this file ended on line ${count(earlier.line)}; --resume goes on there.`,
    );
    await store.dropUsageLines(earlier.id);
  }
  // An import may be the first that this database hears of the org.
  await store.rememberOrg(org, at);
  const run = { ...mapping.identity, file: opened.file, errorFile, at };
  return { runId: await store.startImport(org.orgId, run), earlier: null, errorFile };
}

function errorFileOf(file: string, context: CommandContext, values: OptionValues): string {
  const given = textOption(values, 'errors') ?? `${path.basename(file, path.extname(file))}-errors.csv`;
  const errorFile = path.resolve(context.folder, given);
  if (errorFile !== file) return errorFile;
  throw new UsageError(`--errors is "${given}", the file to import; expected another.`);
}
