import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { previewConfig } from '../usecases/preview-config.ts';
import { readProposal } from '../usecases/read-proposal.ts';
import { chooseOrg, ORG_OPTION } from './choose-org.ts';
import { EXIT, requireOption, type Command } from './command.ts';

const HELP = `Usage: npm run companion -- preview --file FILE [--org ID]

Says what another scoring configuration would do: how many accounts would be in each band, and which would change band,
from where to where and why. Every account is scored from what was last read of it; nothing is kept or written.

  --file  JSON such as {"values":[{"factor":"Bands","setting":"atRiskFrom","tier":null,"value":60}]}; what it does not
          set is as Tenure ships it

Ends with 1 when the configuration does not hold, and says why.`;

/** Says what another scoring configuration would do. */
export const previewCommand: Command = {
  name: 'preview',
  summary: 'say which accounts would change band under another configuration',
  help: HELP,
  options: { ...ORG_OPTION, file: { type: 'string' } },

  async run(context, values) {
    const file = requireOption(values, 'file', 'a file with a configuration');
    const proposed = readProposal(await readFile(path.resolve(context.folder, file), 'utf8'));
    if (!proposed.ok) {
      proposed.problems.forEach((problem) => context.print(problem));
      return EXIT.failed;
    }
    const store = await context.openStore();
    const { orgId, name } = await chooseOrg(store, values);
    const asOf = context.clock().toISOString().slice(0, 10);
    const { accounts, before, after, changed, moves } = await previewConfig(
      orgId,
      proposed.config,
      asOf,
      store,
    );
    for (const band of ['Healthy', 'Watch', 'At Risk', 'Unscored'] as const)
      context.print(`${band.padEnd(9)} ${String(before[band]).padStart(6)} → ${after[band]}`);
    for (const { name: account, from, to, scoreFrom, scoreTo, reason } of moves)
      context.print(
        `${account}: ${from ?? 'Unscored'} → ${to ?? 'Unscored'}, ${scoreFrom} → ${scoreTo}. ${reason}`,
      );
    if (changed > moves.length) context.print(`and ${changed - moves.length} more`);
    context.print(`${name}: ${changed} of ${accounts} accounts would change band.`);
    return EXIT.ok;
  },
};
