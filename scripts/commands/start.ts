import { rmSync } from 'node:fs';
import { connectCompanion, type Credentials } from '../connect/connect-companion.ts';
import { compileLwc } from '../compile-lwc.ts';
import { loadData } from '../launch/load-data.ts';
import { PERSONAS } from '../demo/personas.ts';
import { deployForceApp } from '../deploy/deploy-force-app.ts';
import { hashSource } from '../deploy/hash-source.ts';
import { allowHistory } from '../history/allow-history.ts';
import { findShowcase } from '../launch/find-showcase.ts';
import { Instance } from '../launch/instance.ts';
import { launchCompanion, waitForSync } from '../launch/launch-companion.ts';
import { launchOrg, type RunningOrg } from '../launch/launch-org.ts';
import { printWelcome } from '../launch/print-welcome.ts';
import { parseStartOptions, START_HELP, type StartOptions } from '../launch/start-options.ts';
import { runMain } from '../process/command-error.ts';
import { findFreePort } from '../process/free-port.ts';
import { inRoot } from '../process/root.ts';
import { runUntilStopped } from '../process/run-until-stopped.ts';
import type { Service } from '../process/service.ts';
import { Steps } from '../process/steps.ts';
import { buildLightning } from '../setup/build-lightning.ts';
import { generatePrismaClient } from '../setup/generate-prisma-client.ts';
import { assignPermissionSets } from '../sf/assign-permission-sets.ts';
import { runSf } from '../sf/run-sf.ts';

const ALIAS = 'tenure-local';

runMain(async () => {
  const options = parseStartOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(START_HELP);
    return;
  }
  const services: Service[] = [];
  await runUntilStopped(services, (say) => start(options, services, say));
});

async function start(options: StartOptions, services: Service[], say: (text: string) => void): Promise<void> {
  const folder = options.data ?? inRoot('.tenure', options.dataset);
  if (options.fresh) rmSync(folder, { recursive: true, force: true });
  const instance = new Instance(folder);
  const steps = new Steps(8);

  await steps.run('Compile the components', async (progress) => {
    await Promise.all([compileLwc(progress), generatePrismaClient()]);
    progress('TypeScript to what the org runs');
  });
  await steps.run('Build the Lightning pages', (progress) => buildLightning(progress));
  const org = await steps.run('Start the local org', async (progress) => {
    const running = await launchOrg(instance, await portOrNext(options.orgPort, say));
    services.push(running.service);
    progress(running.instanceUrl);
    return running;
  });
  await steps.run('Deploy force-app', (progress) => deploy(instance, org, progress));
  const notes = await steps.run('Load data', (progress) => loadData(instance, org, options, progress));
  for (const note of notes) say(`      ${note}`);
  const credentials = await steps.run('Connect the companion', (progress) => connect(instance, progress));
  const port = await portOrNext(options.companionPort, say);
  const companion = await steps.run('Start the companion', async (progress) => {
    const running = launchCompanion(instance, org, credentials, port);
    services.push(running.service);
    progress(running.url);
    return Promise.resolve(running);
  });
  await steps.run('Score every account', async (progress) => {
    const counts = await waitForSync(companion, progress);
    progress(
      `${counts.read} read, ${counts.scored} scored, ${counts.pushed} written back, ${counts.failed} failed`,
    );
  });
  printWelcome(org, companion, PERSONAS, await findShowcase(org));
}

async function portOrNext(wanted: number, say: (text: string) => void): Promise<number> {
  const port = await findFreePort(wanted);
  if (port !== wanted) say(`Port ${wanted} is in use; taking ${port}.`);
  return port;
}

async function deploy(instance: Instance, org: RunningOrg, progress: (text: string) => void): Promise<void> {
  const sf = { home: instance.path('sf') };
  progress('logging in with the sf CLI');
  await runSf(
    ['org', 'login', 'access-token', '--instance-url', org.instanceUrl, '--alias', ALIAS, '--no-prompt'],
    { ...sf, env: { SF_ACCESS_TOKEN: org.accessToken } },
  );
  const source = hashSource(inRoot('force-app'));
  if (instance.read().deployed === source) {
    progress('unchanged since the last start');
    return;
  }
  const count = await deployForceApp({ ...sf, targetOrg: ALIAS, progress });
  progress('letting the admin load history');
  const history = await allowHistory({ ...sf, targetOrg: ALIAS });
  progress('assigning permission sets to the admin');
  await assignPermissionSets(['CS_Admin', history], { ...sf, targetOrg: ALIAS });
  instance.update({ deployed: source });
  progress(`${count} components`);
}

async function connect(instance: Instance, progress: (text: string) => void): Promise<Credentials> {
  const known = instance.read().credentials;
  if (known) {
    progress('keys of an earlier start');
    return known;
  }
  const credentials = await connectCompanion({
    targetOrg: ALIAS,
    home: instance.path('sf'),
    contactEmail: 'admin@demo.tenure.example',
    runAs: PERSONAS.find((persona) => persona.permissionSet === 'CS_Companion')?.username ?? '',
    folder: instance.path('connect'),
  });
  instance.update({ credentials });
  progress('key pair and External Client App');
  return credentials;
}
