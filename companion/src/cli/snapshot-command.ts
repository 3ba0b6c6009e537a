import { fillExecutive } from '../usecases/fill-executive.ts';
import { pushChanges } from '../usecases/push-changes.ts';
import { ORG_OPTION } from './choose-org.ts';
import { dayOption, EXIT, UsageError, type Command } from './command.ts';

const HELP = `Usage: npm run companion -- snapshot --from DAY [--to DAY] [--org ID|NAME]

Adds up the totals of the executive page (CS_Executive_Snapshot__c) for days of the past that have none: of a day of
account snapshots from those, between such days from the newest before with health and risk as they were scored since.

  --from  the first day, such as 2026-10-01
  --to    the last day; today without
  --org   which org, by its id, its name or that of its connection; that of the environment unless given

Days that have totals keep them, so it may be run again. Ends with 1 when the org refused a write or it was stopped
early, and 3 when nothing tells of any of the days.`;

/** The totals of days that were missed, or that lie before the companion's time. */
export const snapshotCommand: Command = {
  name: 'snapshot',
  summary: 'add up the totals of days of the past that have none',
  help: HELP,
  options: { ...ORG_OPTION, from: { type: 'string' }, to: { type: 'string' } },

  async run(context, values) {
    const from = dayOption(values, 'from');
    if (from === null) throw new UsageError('--from is missing; expected a day such as 2026-11-23.');
    const at = context.clock().toISOString();
    const today = at.slice(0, 10);
    const to = dayOption(values, 'to') ?? today;
    if (to > today) throw new UsageError(`--to is "${to}"; expected today, ${today}, or a day before.`);
    if (to < from) throw new UsageError(`--to is "${to}", before --from "${from}"; expected a later day.`);

    const companion = await context.openCompanion(values);
    const { org } = companion;
    const sent = { pushed: 0, failed: 0 };
    const send = async (day: string) => {
      const { pushed, failed } = await pushChanges(org.orgId, companion, { signal: context.signal });
      sent.pushed += pushed;
      sent.failed += failed;
      context.progress(`added up ${day}, ${sent.pushed} writes done`);
    };
    const control = { at, signal: context.signal, onDay: send };
    const { filled, kept, unknown } = await fillExecutive(org.orgId, companion, { from, to }, control);
    context.print(
      `${org.name}: ${filled} days added up, ${kept} had totals, ${unknown} not known; ` +
        `pushed ${sent.pushed}, failed ${sent.failed}`,
    );
    if (sent.failed > 0 || context.signal.aborted) return EXIT.failed;
    return filled + kept === 0 ? EXIT.nothing : EXIT.ok;
  },
};
