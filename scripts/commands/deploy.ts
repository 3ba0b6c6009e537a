import { parseArgs } from 'node:util';
import { compileLwc } from '../compile-lwc.ts';
import { deployForceApp } from '../deploy/deploy-force-app.ts';
import { CommandError, runMain } from '../process/command-error.ts';
import { Steps } from '../process/steps.ts';
import { assignPermissionSets } from '../sf/assign-permission-sets.ts';
import { loadStarterAlertRules } from '../starter/load-starter-alert-rules.ts';
import { loadStarterConfig } from '../starter/load-starter-config.ts';
import { loadStarterPlaybooks } from '../starter/load-starter-playbooks.ts';
import { loadStarterTemplates } from '../starter/load-starter-templates.ts';
import { templateOrgOfAlias } from '../starter/template-org-of-alias.ts';

const HELP = `Usage: npm run deploy -- --target-org ALIAS [--dry-run] [--permission-set NAME]
                      [--change-events]

Compiles the components, deploys objects first and the rest after, assigns a permission set to you, and adds the
starter templates, playbooks, alert rules and scoring configuration that the org does not have yet.

  --target-org ALIAS      an org the sf CLI is logged in to (sf org login web --alias ALIAS)
  --dry-run               the org validates everything and keeps nothing
  --permission-set NAME   assigned to the user who deploys (default CS_Admin; "none" for none, and no starter records)
  --change-events         selects five objects for Change Data Capture on a channel of its own: all that an org without
                          an add-on may select (docs/operations.md)
`;

runMain(async () => {
  const { values } = parseArgs({
    options: {
      'target-org': { type: 'string', short: 'o' },
      'dry-run': { type: 'boolean' },
      'permission-set': { type: 'string', default: 'CS_Admin' },
      'change-events': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const changeEvents = values['change-events'];
  const targetOrg = values['target-org'];
  if (!targetOrg) throw new CommandError(`--target-org is missing.\n\n${HELP}`);
  const dryRun = values['dry-run'] ?? false;
  const permissionSet = values['permission-set'];
  const assigns = !dryRun && permissionSet !== 'none';
  const steps = new Steps(assigns ? 4 : 2);
  await steps.run('Compile components', (progress) => compileLwc(progress));
  await steps.run(dryRun ? 'Validate' : 'Deploy', async (progress) => {
    const count = await deployForceApp({ targetOrg, dryRun, changeEvents, progress });
    progress(`${count} components ${dryRun ? 'would be deployed' : 'deployed'}`);
  });
  if (assigns) {
    await steps.run('Assign permission set', async (progress) => {
      await assignPermissionSets([permissionSet], { targetOrg });
      progress(permissionSet);
    });
    await steps.run('Add starter records', async (progress) => {
      progress(await addStarterRecords(targetOrg));
    });
  }
});

/** Without the right to create them the deploy is complete all the same. */
async function addStarterRecords(targetOrg: string): Promise<string> {
  const org = templateOrgOfAlias(targetOrg);
  try {
    const templates = await loadStarterTemplates(org);
    const playbooks = await loadStarterPlaybooks(org);
    const rules = await loadStarterAlertRules(org);
    const values = await loadStarterConfig(org, new Date());
    return `${templates} templates, ${playbooks} playbooks, ${rules} alert rules and ${values} records of the scoring configuration added`;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return `left out, which takes the permission set CS_Admin: ${error.message}`;
  }
}
