import { pushChanges } from '../usecases/push-changes.ts';
import { loadFieldPlan } from '../usecases/field-plan.ts';
import { readAndScore, rescore, type BatchContext } from '../usecases/score-batch.ts';
import { chooseAccount } from './choose-org.ts';
import { EXIT, textOption, type Command, type CommandContext } from './command.ts';
import type { Companion } from '../open-companion.ts';
import { printExplanation } from './print-explanation.ts';

const BATCH_SIZE = 200;

const HELP = `Usage: npm run companion -- score [--account ID|NAME]

Scores again, and writes back what changed.

  --account  only this account: it is read from the org first, and its explanation printed

Without --account every account is scored from what was last read, for instance after the weights were changed. Ends
with 1 when the org refused a write or it was stopped early, and 3 when the org has no such account any more.`;

/** Scores again, one account or all. */
export const scoreCommand: Command = {
  name: 'score',
  summary: 'score one account, or all from what was last read, and write back',
  help: HELP,
  options: { account: { type: 'string' } },

  async run(context, values) {
    const companion = await context.openCompanion();
    const { store, org, clock } = companion;
    const at = clock().toISOString();
    await store.rememberOrg(org, at);
    const scoring = await contextOf(companion, at);
    const account = textOption(values, 'account');
    return account === null
      ? scoreAll(companion, scoring, context)
      : scoreOne(companion, scoring, account, context);
  },
};

const contextOf = async ({ org, config, reader }: Companion, at: string): Promise<BatchContext> => ({
  orgId: org.orgId,
  config: await config.load(at),
  plan: (await loadFieldPlan(reader)).plan,
  asOf: at.slice(0, 10),
  at,
});

async function scoreOne(
  companion: Companion,
  scoring: BatchContext,
  asked: string,
  context: CommandContext,
): Promise<number> {
  const { store, org } = companion;
  const { accountId, name } = await chooseAccount(store, org, asked);
  await readAndScore([accountId], companion, scoring);
  const [account] = await store.loadAccounts(org.orgId, [accountId]);
  if (!account?.lastScore) {
    context.print(`${name} (${accountId}) is not in the org any more.`);
    return EXIT.nothing;
  }
  const { pushed, failed } = await pushChanges(org.orgId, companion, { parentId: accountId });
  context.print(`${name} (${accountId})`);
  printExplanation(account.lastScore).forEach(context.print);
  context.print(failed > 0 ? `The org refused ${failed} writes.` : `${pushed} writes done.`);
  return failed > 0 ? EXIT.failed : EXIT.ok;
}

async function scoreAll(
  companion: Companion,
  scoring: BatchContext,
  context: CommandContext,
): Promise<number> {
  const { store, org } = companion;
  const counts = { scored: 0, pushed: 0, failed: 0 };
  for (let last = ''; ;) {
    const page = await store.pageAccounts(org.orgId, { band: null }, last, BATCH_SIZE);
    last = page.at(-1)?.accountId ?? '';
    if (page.length === 0 || context.signal.aborted) break;
    const ids = page.map(({ accountId }) => accountId);
    counts.scored += (await rescore(ids, store, scoring)).scored;
    const sent = await pushChanges(org.orgId, companion, { signal: context.signal });
    counts.pushed += sent.pushed;
    counts.failed += sent.failed;
    context.progress(`scored ${counts.scored} accounts, ${counts.pushed} writes done`);
  }
  const { scored, pushed, failed } = counts;
  context.print(`${org.name}: scored ${scored}, pushed ${pushed}, failed ${failed}`);
  return failed > 0 || context.signal.aborted ? EXIT.failed : EXIT.ok;
}
