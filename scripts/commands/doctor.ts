import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CONNECTIONS, ConnectionState } from '../connect/connection-state.ts';
import { readEnvFile } from '../connect/env-file.ts';
import { askCompanion } from '../doctor/ask-companion.ts';
import { examineAsAdmin } from '../doctor/examine-as-admin.ts';
import { findingsOf, isWell, type Finding } from '../doctor/finding.ts';
import { judgeEnvFile } from '../doctor/judge-env-file.ts';
import { judgeMachine } from '../doctor/judge-machine.ts';
import { printFindings } from '../doctor/print-findings.ts';
import { readEnvFileFacts } from '../doctor/read-env-file.ts';
import { readMachine } from '../doctor/read-machine.ts';
import { CommandError, runMain } from '../process/command-error.ts';
import { inRoot, ROOT } from '../process/root.ts';
import { orgCli } from '../sf/org-cli.ts';

const HELP = `Usage: npm run doctor -- [options]

One page of green and red on everything that Tenure needs: this machine, the environment file, keys, the database and
its migrations, the org, every object and field that the companion reads or writes, starter records, and its work. Each
red comes with what to do about it. Nothing is changed.

  --target-org ALIAS  looks at the org as an admin too: all of force-app, the app, the companion's user
  --org NAME          a further org that the companion is connected to, by the name of its connection or its id
  --env FILE          the environment of the companion (default .env)
  --keys FOLDER       where npm run connect keeps its records (default .tenure/connections)
  --data FOLDER       what npm start keeps its data in (default .tenure/demo; used where there is no environment file)
  --json              { "ok": …, "findings": [{ area, name, level, detail, remedy }] }, for a script

Ends with 1 when something has failed.
`;

const DEFAULT_PORT = 4610;

runMain(async () => {
  const { values } = parseArgs({
    options: {
      'target-org': { type: 'string', short: 'o' },
      org: { type: 'string' },
      env: { type: 'string', default: inRoot('.env') },
      keys: { type: 'string', default: CONNECTIONS },
      data: { type: 'string', default: inRoot('.tenure', 'demo') },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const findings = await examine({
    envFile: path.resolve(values.env),
    keys: path.resolve(values.keys),
    demo: path.resolve(values.data, 'companion'),
    org: values.org ?? null,
    targetOrg: values['target-org'] ?? null,
  });
  const ok = isWell(findings);
  const text = values.json
    ? `${JSON.stringify({ ok, findings })}\n`
    : printFindings(findings, process.stdout.isTTY);
  process.stdout.write(text);
  process.exitCode = ok ? 0 : 1;
});

interface Asked {
  envFile: string;
  keys: string;
  /** Where `npm start` keeps the companion's database. */
  demo: string;
  org: string | null;
  targetOrg: string | null;
}

async function examine({ envFile, keys, demo, org, targetOrg }: Asked): Promise<Finding[]> {
  const variables = readEnvFile(envFile);
  const valueOf = (name: string) => process.env[name] || variables.get(name);
  const isConnected = existsSync(envFile) || Boolean(process.env['SALESFORCE_LOGIN_URL']);
  // What npm start runs has its environment from there: its service, which holds the database, examines itself.
  const isDemo = !isConnected && existsSync(demo);
  const dataFolder = isDemo ? demo : path.resolve(ROOT, valueOf('COMPANION_DATA_DIR') ?? '.tenure/companion');
  const machine = judgeMachine(
    await readMachine(Number(valueOf('COMPANION_PORT') ?? DEFAULT_PORT), dataFolder),
  );
  const isFileUsed = existsSync(envFile) || !(isConnected || isDemo);
  const file = isFileUsed ? judgeEnvFile(readEnvFileFacts(envFile), new Date()) : [];
  const companion =
    isConnected || isDemo ? await askCompanion({ envFile, org, dataFolder: isDemo ? demo : null }) : [];
  const admin = targetOrg === null ? [] : await lookAsAdmin(targetOrg, keys);
  return [...machine, ...file, ...companion, ...admin];
}

async function lookAsAdmin(targetOrg: string, keys: string): Promise<Finding[]> {
  const cli = orgCli(targetOrg);
  try {
    const { id } = await cli.display();
    return await examineAsAdmin(cli, new ConnectionState(id, keys).read());
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const remedy = `Log in: npx sf org login web --alias ${targetOrg}`;
    return [findingsOf('org, as admin').fail('login', error.message.split('\n')[0] ?? '', remedy)];
  }
}
