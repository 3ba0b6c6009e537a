import { parse } from 'csv-parse/sync';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TextRow } from '../domain/backtest/read-table.ts';
import { AppError } from '../errors.ts';
import { renderReport, type ReportInput } from '../reports/render-report.ts';
import { summariseBackTest } from '../reports/summarise-back-test.ts';
import { backTestHistory } from '../usecases/back-test-history.ts';
import { backTestTable } from '../usecases/back-test-table.ts';
import { EXIT, numberOption, requireOption, textOption, UsageError } from './command.ts';
import type { Command, CommandContext, OptionValues } from './command.ts';

const DEFAULT_DAYS_BEFORE = 90;
const MAX_SEED = 2 ** 31;

const HELP = `Usage: npm run companion -- backtest [--days-before N] [--out FILE] [--weights FILE] [--org ID|NAME]
       npm run companion -- backtest --csv FILE --label COLUMN [--lost VALUE] [--date COLUMN] [--ignore COLUMNS] …

Tells how well the signals of the past foretold who left, on customers that the model had not seen, and proposes
weights, or says why it does not. Nothing is changed.

Without --csv: the org's own churned and renewed accounts, each looked at some days before its decision.
  --days-before  how many; ${DEFAULT_DAYS_BEFORE} unless given
  --org          which org, by its id, its name or that of its connection

With --csv: any table with a row a customer. Needs neither the org nor the database.
  --label   the column that says who left
  --lost    the value in it that means lost, where it is not yes, true, 1 or churned
  --date    the column with the day of the decision: later customers are then held out by time
  --ignore  columns to leave out, separated by commas

  --out      writes a report to FILE: .html to read, .md, or .json for machines
  --weights  writes the proposed weights to FILE, as configuration with the reason beside each
  --seed     another split of the customers; 1 unless given

Ends with 0 when weights are proposed, and 3 when it abstains.`;

/** Back-tests the scoring, or any labelled table. */
export const backtestCommand: Command = {
  name: 'backtest',
  summary: 'tell how well signals foretold who left, and propose weights',
  help: HELP,
  options: Object.fromEntries(
    ['org', 'csv', 'label', 'lost', 'date', 'ignore', 'days-before', 'out', 'weights', 'seed'].map((name) => [
      name,
      { type: 'string' as const },
    ]),
  ),

  async run(context, values) {
    const out = textOption(values, 'out');
    if (out !== null && !['.html', '.md', '.json'].includes(path.extname(out))) {
      throw new UsageError(`--out is "${out}"; expected a file that ends in .html, .md or .json.`);
    }
    const file = textOption(values, 'csv');
    const report =
      file === null ? await fromHistory(context, values) : await fromTable(file, context, values);
    summariseBackTest(report).forEach(context.print);
    if (out !== null) await save(out, renderReport(report, path.extname(out)), 'Report', context);
    const weights = textOption(values, 'weights');
    if (weights !== null && report.result.weights !== null) {
      const plan = { version: `backtest-${report.madeOn}`, weights: report.result.weights };
      await save(weights, `${JSON.stringify(plan, null, 2)}\n`, 'Weights', context);
    }
    return report.result.verdict === 'proposed' ? EXIT.ok : EXIT.nothing;
  },
};

const seedOf = (values: OptionValues) =>
  numberOption(values, 'seed', { from: 0, to: MAX_SEED, otherwise: 1 });

async function fromHistory(context: CommandContext, values: OptionValues): Promise<ReportInput> {
  for (const name of ['label', 'lost', 'date', 'ignore']) {
    if (textOption(values, name) !== null) throw new UsageError(`--${name} goes with --csv.`);
  }
  const daysBefore = numberOption(values, 'days-before', {
    from: 1,
    to: 365,
    otherwise: DEFAULT_DAYS_BEFORE,
  });
  const seed = seedOf(values);
  const { org, outcomes, store, config } = await context.openCompanion(values);
  const madeOn = context.clock().toISOString().slice(0, 10);
  const options = { today: madeOn, daysBefore, seed, onStep: context.progress };
  const { result, notes } = await backTestHistory(
    org.orgId,
    (await config.load(context.clock().toISOString())).body,
    { reader: outcomes, store },
    options,
  );
  return { title: `${org.name}: churned and renewed accounts`, madeOn, result, notes };
}

async function fromTable(file: string, context: CommandContext, values: OptionValues): Promise<ReportInput> {
  const label = requireOption(values, 'label', 'the column that says who left');
  const seed = seedOf(values);
  const rows = await readRows(path.resolve(context.folder, file));
  context.progress(`read ${rows.length.toLocaleString('en-US')} rows`);
  const read = backTestTable(rows, {
    label,
    seed,
    lostValue: textOption(values, 'lost'),
    date: textOption(values, 'date'),
    ignore: (textOption(values, 'ignore') ?? '').split(',').filter(Boolean),
    onStep: context.progress,
  });
  if ('problem' in read) throw new AppError('BAD_TABLE', `${file}: ${read.problem}`);
  const madeOn = context.clock().toISOString().slice(0, 10);
  return { title: `${path.basename(file)}, ${label}`, madeOn, ...read };
}

async function readRows(file: string): Promise<TextRow[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('NO_FILE', `${file} cannot be read: expected a CSV file.`, { cause });
  });
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('BAD_TABLE', `${file} is no CSV with a heading line: ${why}`, { cause });
  }
}

async function save(
  file: string,
  text: string,
  what: string,
  { folder, print }: CommandContext,
): Promise<void> {
  const target = path.resolve(folder, file);
  await writeFile(target, text).catch((cause: unknown) => {
    throw new AppError(
      'CANNOT_WRITE',
      `${target} cannot be written: expected a file in a folder that exists.`,
      {
        cause,
      },
    );
  });
  print(`${what}: ${target}`);
}
