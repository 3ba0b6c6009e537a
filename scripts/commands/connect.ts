import path from 'node:path';
import { parseArgs } from 'node:util';
import { CONNECTIONS } from '../connect/connection-state.ts';
import { connectOrg, CONNECT_STEPS, type ConnectChoices } from '../connect/connect-org.ts';
import { CommandError, runMain } from '../process/command-error.ts';
import { inRoot } from '../process/root.ts';
import { Steps } from '../process/steps.ts';
import { orgCli } from '../sf/org-cli.ts';

const HELP = `Usage: npm run connect -- --target-org ALIAS (--read-only | --write-back) [options]

Connects the companion to an org: checks the org, makes keys, an integration user and an External Client App, logs in
once, and writes the environment file. Run it again to repair or to change a choice; undo it with npm run disconnect.

  --target-org ALIAS   an org the sf CLI is logged in to (sf org login web --alias ALIAS), with Tenure deployed
  --read-only          the companion computes and shows, and writes nothing to the org
  --write-back         the companion writes scores, alerts and totals to the org
  --user USERNAME      an existing user for the companion (default: one is made, with the free Integration license)
  --flow FLOW          jwt-bearer (default) or client-credentials
  --rotate             makes new keys, though the old ones still hold
  --env FILE           what to write (default .env); its other lines stay as they are
  --keys FOLDER        where keys and a record of what was done are kept (default .tenure/connections)
`;

runMain(async () => {
  const { values } = parseArgs({
    options: {
      'target-org': { type: 'string', short: 'o' },
      'read-only': { type: 'boolean', default: false },
      'write-back': { type: 'boolean', default: false },
      user: { type: 'string' },
      flow: { type: 'string', default: 'jwt-bearer' },
      rotate: { type: 'boolean', default: false },
      env: { type: 'string', default: inRoot('.env') },
      keys: { type: 'string', default: CONNECTIONS },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const targetOrg = values['target-org'];
  if (!targetOrg) throw new CommandError(`--target-org is missing.\n\n${HELP}`);
  const choices: ConnectChoices = {
    access: chooseAccess(values['read-only'], values['write-back']),
    flow: chooseFlow(values.flow),
    rotate: values.rotate,
    envFile: path.resolve(values.env),
    keysFolder: path.resolve(values.keys),
    ...(values.user ? { username: values.user } : {}),
  };
  const { notes } = await connectOrg(orgCli(targetOrg), choices, new Steps(CONNECT_STEPS));
  for (const note of notes) process.stdout.write(`Note: ${note}\n`);
  const isDefault = choices.envFile === inRoot('.env');
  const start = isDefault
    ? 'npm run companion'
    : `node --env-file=${values.env} scripts/bootstrap.mjs scripts/commands/companion.ts`;
  process.stdout.write(`Connected. Start the companion with: ${start}\n`);
});

function chooseAccess(readOnly: boolean, writeBack: boolean): ConnectChoices['access'] {
  if (readOnly === writeBack) {
    throw new CommandError(
      'Say what the companion may do in this org: --read-only (computes and shows, writes nothing) or --write-back. ' +
        'It can be changed later by running this again.',
    );
  }
  return readOnly ? 'read-only' : 'write-back';
}

function chooseFlow(flow: string): ConnectChoices['flow'] {
  if (flow === 'jwt-bearer' || flow === 'client-credentials') return flow;
  throw new CommandError(`--flow is "${flow}"; expected jwt-bearer or client-credentials.`);
}
