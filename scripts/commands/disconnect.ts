import path from 'node:path';
import { parseArgs } from 'node:util';
import { CONNECTIONS, ConnectionState } from '../connect/connection-state.ts';
import { disconnectOrg, DISCONNECT_STEPS } from '../connect/disconnect-org.ts';
import { CommandError, runMain } from '../process/command-error.ts';
import { Steps } from '../process/steps.ts';
import { orgCli } from '../sf/org-cli.ts';

const HELP = `Usage: npm run disconnect -- --target-org ALIAS [--keys FOLDER]

Undoes npm run connect: removes the External Client App, takes back the permission set, deactivates the integration
user if it was made for the companion, and removes keys and environment. Deployed metadata and data stay
(npm run undeploy).
`;

runMain(async () => {
  const { values } = parseArgs({
    options: {
      'target-org': { type: 'string', short: 'o' },
      keys: { type: 'string', default: CONNECTIONS },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  if (!values['target-org']) throw new CommandError(`--target-org is missing.\n\n${HELP}`);
  const org = orgCli(values['target-org']);
  const state = new ConnectionState((await org.display()).id, path.resolve(values.keys));
  if (!state.read()) {
    process.stdout.write('This org was not connected from here: there is nothing to undo.\n');
    return;
  }
  await disconnectOrg(org, state, new Steps(DISCONNECT_STEPS));
  process.stdout.write('Disconnected.\n');
});
