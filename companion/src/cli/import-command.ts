import path from 'node:path';
import { AppError } from '../errors.ts';
import { IMPORT_KINDS } from '../usecases/imports/kinds.ts';
import { startMapping } from '../usecases/imports/match-columns.ts';
import { carryOutImport } from './carry-out-import.ts';
import { chooseOrg, ORG_OPTION } from './choose-org.ts';
import { EXIT, requireOption, textOption, UsageError } from './command.ts';
import type { Command, CommandContext, OptionValues } from './command.ts';
import { describeFile, describeRun, IMPORT_HELP } from './describe-import.ts';
import { openImportFile, openMapping } from './open-import.ts';

const RUNS_LISTED = 20;

/** Loads a CSV file into the org, or lists the imports there were. */
export const importCommand: Command = {
  name: 'import',
  summary: 'load accounts, usage, tickets, NPS, health or ARR from a CSV file',
  help: IMPORT_HELP,
  takesPositionals: true,
  options: {
    ...ORG_OPTION,
    csv: { type: 'string' },
    map: { type: 'string' },
    errors: { type: 'string' },
    encoding: { type: 'string' },
    delimiter: { type: 'string' },
    'dry-run': { type: 'boolean' },
    resume: { type: 'boolean' },
    'print-map': { type: 'boolean' },
  },

  async run(context, values, words) {
    if (words.length === 1 && words[0] === 'list') return listRuns(context, values);
    const kind = IMPORT_KINDS.find(({ name }) => words.length === 1 && name === words[0]);
    if (!kind) {
      const names = IMPORT_KINDS.map(({ name }) => name).join(', ');
      throw new UsageError(`import has "${words.join(' ')}"; expected list, or one of ${names}.`);
    }
    if (values['resume'] && values['dry-run']) {
      throw new UsageError('--resume goes on with an import that writes; it does not go with --dry-run.');
    }
    const file = path.resolve(context.folder, requireOption(values, 'csv', 'the file to import'));
    if (values['print-map']) {
      const { heading } = await openImportFile(file, values);
      context.print(JSON.stringify(startMapping(kind, heading), null, 2));
      return EXIT.ok;
    }
    // First of all: while a service holds the database, it is the service that does all of this.
    const companion = await context.openCompanion(values);
    if (companion.access === 'read-only' && !values['dry-run']) {
      throw new AppError(
        'READ_ONLY',
        'The companion is connected read-only (SALESFORCE_ACCESS), and an import writes to the org: try --dry-run',
      );
    }
    const opened = await openImportFile(file, values);
    const map = textOption(values, 'map');
    const mapping = await openMapping(opened, kind, map && path.resolve(context.folder, map));
    describeFile(opened, mapping.match).forEach(context.print);
    return carryOutImport({ kind, opened, mapping }, companion, context, values);
  },
};

async function listRuns(context: CommandContext, values: OptionValues): Promise<number> {
  const store = await context.openStore();
  const { orgId } = await chooseOrg(store, values);
  const runs = await store.listImports(orgId, RUNS_LISTED);
  (runs.length === 0 ? ['There were no imports.'] : runs.map(describeRun)).forEach(context.print);
  return EXIT.ok;
}
