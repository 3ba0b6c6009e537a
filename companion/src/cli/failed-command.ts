import { chooseOrg, ORG_OPTION } from './choose-org.ts';
import { EXIT, type Command } from './command.ts';

const SHOWN = 200;

const HELP = `Usage: npm run companion -- failed [--org ID|NAME]

Lists the writes that the org refused for good, the newest first: which record, how often it was tried, and the org's
own words. They stay aside until their content changes, or "push --retry" sends them again.

Ends with 1 when there are any.`;

/** Lists the writes that were set aside. */
export const failedCommand: Command = {
  name: 'failed',
  summary: 'list the writes that the org refused for good',
  help: HELP,
  options: ORG_OPTION,

  async run(context, values) {
    const store = await context.openStore();
    const { orgId, name } = await chooseOrg(store, values);
    const failed = await store.failedPushes(orgId, SHOWN);
    for (const { object, key, attempts, error, at } of failed) {
      context.print(`${at.slice(0, 16).replace('T', ' ')}  ${object} ${key}  (${attempts} tries)  ${error}`);
    }
    context.print(
      failed.length === 0 ? `${name}: no write is set aside.` : `${name}: ${failed.length} set aside.`,
    );
    return failed.length === 0 ? EXIT.ok : EXIT.failed;
  },
};
