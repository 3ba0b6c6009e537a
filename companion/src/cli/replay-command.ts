import { tellFamily } from '../domain/family-fields.ts';
import { replayFamily, type FamilyReplay } from '../usecases/replay-family.ts';
import { replayScore, type Replay } from '../usecases/replay-score.ts';
import { chooseAccount, chooseOrg, ORG_OPTION } from './choose-org.ts';
import { dayOption, EXIT, requireOption, UsageError, type Command } from './command.ts';
import { printExplanation } from './print-explanation.ts';

/** Differences shown at most: enough to see what kind they are. */
const SHOWN_DIFFERENCES = 20;

const HELP = `Usage: npm run companion -- replay --account ID|NAME --at DATE [--org ID|NAME]

Scores an account again from what was kept of a past score, its inputs and its configuration, and compares the outcome
with the kept one bit for bit; of an account with child accounts its family risk too. Needs the database only, not the org.

  --account  the account's id, or its exact name
  --at       the day: the score that stood at its end is replayed
  --org      which org, by its id, its name or that of its connection, where the database knows several

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
    const family = tellFamilyReplay(await replayFamily(org.orgId, account.accountId, day, store));
    family.lines.forEach(context.print);
    return code === EXIT.ok ? family.code : code;
  },
};

function tellFamilyReplay(replay: FamilyReplay): { code: number; lines: string[] } {
  if (replay.outcome === 'no-family') return { code: EXIT.ok, lines: [] };
  if (replay.outcome === 'incomplete')
    return {
      code: EXIT.incomplete,
      lines: [`Its family cannot be replayed: the database has not ${replay.missing}.`],
    };
  const { kept, result } = replay;
  const told = `Family of ${result.accounts}: ${result.score ?? '–'} ${result.band ?? ''} as of ${kept.asOf}. ${tellFamily(result)}`;
  const parts = result.parts
    .filter(({ points }) => points > 0)
    .map(({ points, name }) => `  ${points.toFixed(1).padStart(5)}  ${name}`);
  if (replay.outcome === 'same')
    return { code: EXIT.ok, lines: [told, ...parts, 'Replayed: the family is the same, bit for bit.'] };
  const differences = replay.paths.slice(0, SHOWN_DIFFERENCES).map((path) => `  ${path}`);
  return {
    code: EXIT.failed,
    lines: [told, ...parts, 'The family DIFFERS from what was kept, in:', ...differences],
  };
}

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
