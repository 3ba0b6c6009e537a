import { MAPPING_TARGETS } from '../domain/mapping/mapping-targets.ts';
import { loadFieldPlan, planOf } from '../usecases/field-plan.ts';
import { previewMappings } from '../usecases/preview-mappings.ts';
import { tellMapping } from '../usecases/report-mappings.ts';
import { checkTyped, findTyped, readTyped } from './map/typed-mapping.ts';
import { describePreview } from './map/describe-preview.ts';
import { saveMapping, switchOff } from './map/save-mapping.ts';
import { EXIT, numberOption, UsageError, type Command, type CommandContext } from './command.ts';

const HELP = `Usage: npm run companion -- map list
       npm run companion -- map check
       npm run companion -- map preview [TARGET=FIELD] [--accounts N]
       npm run companion -- map set TARGET=FIELD [--value OWN=OURS]... [--highest N]
       npm run companion -- map unset TARGET

Which fields of the org's own are read and mirrored into Tenure's. TARGET is one of
${MAPPING_TARGETS.map(({ name }) => name.replace(' ', '-')).join(', ')}; FIELD is the API name of a field of the account.
An own field is never written.

  --accounts  how many accounts are previewed, those with the most ARR first (10)
  --value     what an own value stands for, such as Gold=Strategic; may be given again and again
  --highest   the best value of an own health score, such as 10 (100)

"preview" of a TARGET=FIELD that is not set yet takes --value and --highest too.

Ends with 1 when a mapping is refused, and 3 when there is none to unset.`;

const EXPECTED =
  'Expected map list, map check, map preview [TARGET=FIELD], map set TARGET=FIELD or map unset TARGET.';

/** Shows, checks, previews and changes which own fields are mirrored. */
export const mapCommand: Command = {
  name: 'map',
  summary: "read fields of the org's own in place of Tenure's",
  help: HELP,
  takesPositionals: true,
  options: {
    accounts: { type: 'string' },
    value: { type: 'string', multiple: true },
    highest: { type: 'string' },
  },

  async run(context, values, [action = '', ...rest]) {
    const [subject] = rest;
    if (action === 'list' && rest.length === 0) return list(context);
    if (action === 'check' && rest.length === 0) return check(context);
    if (action === 'preview' && rest.length <= 1) {
      const limit = numberOption(values, 'accounts', { from: 1, to: 50, otherwise: 10 });
      return preview(context, limit, subject === undefined ? null : readTyped(subject, values));
    }
    if (action === 'set' && rest.length === 1) return saveMapping(context, readTyped(subject ?? '', values));
    if (action === 'unset' && rest.length === 1) return switchOff(context, findTyped(subject ?? ''));
    throw new UsageError(EXPECTED);
  },
};

async function list(context: CommandContext): Promise<number> {
  const { reader } = await context.openCompanion();
  const records = await reader.readMappings();
  if (records.length === 0) context.print("No field of the org's own is mapped.");
  for (const { mapping, state, message } of records) {
    const said = state === null ? 'not read yet' : `${state}: ${message ?? ''}`;
    context.print(`${mapping.target.padEnd(13)}${mapping.source}  ${said}`);
  }
  return EXIT.ok;
}

async function check(context: CommandContext): Promise<number> {
  const { reader, store, org } = await context.openCompanion();
  const { records } = await loadFieldPlan(reader);
  if (records.length === 0) context.print("No field of the org's own is mapped.");
  const problems = records.length === 0 ? [] : await store.mirrorProblems(org.orgId);
  const reports = records.map((record) => {
    const { target, source } = record.record.mapping;
    return {
      target,
      source,
      ...tellMapping(
        record,
        problems.find((problem) => problem.target === target),
      ),
    };
  });
  for (const { target, source, state, message } of reports)
    context.print(`${MARKS[state]}  ${target.padEnd(13)}${source}  ${message}`);
  return reports.some(({ state }) => state === 'Refused') ? EXIT.failed : EXIT.ok;
}

const MARKS = { Read: 'ok  ', Warning: 'WARN', Refused: 'FAIL' };

async function preview(
  context: CommandContext,
  limit: number,
  typed: ReturnType<typeof readTyped> | null,
): Promise<number> {
  const companion = await context.openCompanion();
  const { org, reader } = companion;
  const checks =
    typed === null
      ? (await loadFieldPlan(reader)).records.map((record) => record.check)
      : [await checkTyped(reader, typed)];
  for (const { mapping, refusals, warnings } of checks) {
    for (const text of refusals) context.print(`FAIL  ${mapping.target}: ${text}`);
    for (const text of warnings) context.print(`WARN  ${mapping.target}: ${text}`);
  }
  const plan = planOf(checks);
  if (plan.mappings.length === 0) {
    context.print(
      checks.length === 0 ? "No field of the org's own is mapped." : 'There is nothing to preview.',
    );
    return checks.length === 0 ? EXIT.ok : EXIT.failed;
  }
  const accounts = await previewMappings(org, plan, limit, companion);
  describePreview(accounts).forEach(context.print);
  return checks.some(({ ready }) => ready === null) ? EXIT.failed : EXIT.ok;
}
