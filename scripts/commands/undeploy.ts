import { parseArgs } from 'node:util';
import { CommandError, runMain } from '../process/command-error.ts';
import { Steps } from '../process/steps.ts';
import { orgCli } from '../sf/org-cli.ts';
import { undeploy, undeploySteps } from '../undeploy/undeploy.ts';

const HELP = `Usage: npm run undeploy -- --target-org ALIAS [--delete-data] [--dry-run]

Removes what npm run deploy brought: pages, components, reports, dashboards, the app and the permission sets with their
assignments. Objects and fields stay, with everything in them, unless you say otherwise. Run npm run disconnect first.

  --target-org ALIAS  an org the sf CLI is logged in to
  --delete-data       objects and fields too: every note, score, alert and value in them is deleted
  --dry-run           the org checks everything and keeps all
`;

runMain(async () => {
  const { values } = parseArgs({
    options: {
      'target-org': { type: 'string', short: 'o' },
      'delete-data': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  if (!values['target-org']) throw new CommandError(`--target-org is missing.\n\n${HELP}`);
  const choices = { deleteData: values['delete-data'], dryRun: values['dry-run'] };
  await undeploy(orgCli(values['target-org']), choices, new Steps(undeploySteps(choices)));
  if (!choices.deleteData) process.stdout.write('Objects, fields and their data stayed (--delete-data).\n');
});
