import { replayScore, type Replay } from '../usecases/replay-score.ts';
import { chooseAccount, chooseOrg, ORG_OPTION } from './choose-org.ts';
import { dayOption, EXIT, requireOption, UsageError, type Command } from './command.ts';
import { printExplanation } from './print-explanation.ts';

/** Differences shown at most: enough to see what kind they are. */
const SHOWN_DIFFERENCES = 20;

const HELP = `Usage: npm run companion -- replay --account ID|NAME --at DATE [--org ID]

Scores an account again from what was kept of a past score, its inputs and its configuration, and compares the outcome
with the kept one bit for bit. Needs the database only, not the org.

  --account  the account's id, or its exact name
  --at       the day: the score that stood at its end is replayed
  --org      which org, where the database knows several

Ends with 0 when the outcome is the same, 1 when it differs, 3 when there is no score of that day, and 4 when the
inputs or the configuration of it are not there any more.`;

/** Replays a score of the past. */
export const replayCommand: Command = {
  name: 'replay',
  summary: 'score an account again as it was on a day, and compare bit for bit',
  help: HELP,
  options: { ...ORG_OPTION, account: { type: 'string' }, at: { type: 'string' } },

  async run(context, values) {
    const asked = requireOption(values, 'account', 'the id or the name of an account');
    const day = dayOption(values, 'at');
    if (day === null) throw new UsageError('--at is missing; expected a day such as 2026-11-23.');
    const store = await context.openStore();
    const org = await chooseOrg(store, values);
    const account = await chooseAccount(store, org, asked);
    const replay = await replayScore(org.orgId, account.accountId, day, store);
    context.print(`${account.name} (${account.accountId}) at ${day}`);
    const { code, lines } = tell(replay, day);
    lines.forEach(context.print);
    return code;
  },
};

function tell(replay: Replay, day: string): { code: number; lines: string[] } {
  switch (replay.outcome) {
    case 'no-score':
      return { code: EXIT.nothing, lines: [`Nothing to replay: no score was made up to ${day}.`] };
    case 'incomplete':
      return {
        code: EXIT.incomplete,
        lines: [
          ...printExplanation(replay.kept.result),
          `It cannot be replayed: the database has not ${replay.missing}.`,
        ],
      };
    case 'same':
      return {
        code: EXIT.ok,
        lines: [...printExplanation(replay.kept.result), 'Replayed: the same, bit for bit.'],
      };
    case 'differs':
      return {
        code: EXIT.failed,
        lines: [
          'Kept:',
          ...printExplanation(replay.kept.result),
          'Replayed:',
          ...printExplanation(replay.again),
          'The result DIFFERS from what was kept, in:',
          ...replay.paths.slice(0, SHOWN_DIFFERENCES).map((path) => `  ${path}`),
        ],
      };
  }
}
