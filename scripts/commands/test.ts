import { createRequire } from 'node:module';
import path from 'node:path';
import { compileLwc } from '../compile-lwc.ts';
import { runMain } from '../process/command-error.ts';
import { inRoot } from '../process/root.ts';
import { buildLightning } from '../setup/build-lightning.ts';
import { findChromium } from '../setup/find-chromium.ts';
import { generatePrismaClient } from '../setup/generate-prisma-client.ts';
import { startPostgres } from '../setup/start-postgres.ts';
import { runJest, sumTallies, type Tally } from '../testing/run-jest.ts';

// Everything: unit, integration, browser and whole-system tests. What is given on the command line goes to Jest as it
// is (`npm test -- scoring`), and then only the tests that run in Node are run.
runMain(async () => {
  const filter = process.argv.slice(2);
  const say = (text: string): void => void process.stderr.write(`${text}\n`);

  say('Setting up: database client, components, Lightning pages …');
  await Promise.all([generatePrismaClient(), compileLwc(say), buildLightning(say)]);
  const chromium = await findChromium(process.env, say);
  say(`Chromium: ${chromium.executable} (from ${chromium.source})`);
  const postgres = await startPostgres(process.env);
  say(`PostgreSQL: from ${postgres.source}`);

  const env = {
    ...process.env,
    CHROME_PATH: chromium.executable,
    TEST_DATABASE_URL: postgres.url,
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  };
  try {
    const tallies = filter.length > 0 ? [await runNodeTests('node', filter, env)] : await runAll(env);
    const { passed, failed, skipped } = sumTallies(tallies);
    if (failed > 0 || passed === 0 || skipped > 0) process.exitCode = 1;
    if (skipped > 0) say('Skipped tests count as a failed run: nothing is to be skipped.');
    process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  } finally {
    await postgres.stop();
  }
});

/** Units on all cores, then the whole system, whose parts are processes of their own, and the components. */
async function runAll(env: NodeJS.ProcessEnv): Promise<Tally[]> {
  const units = ['companion', 'local-org', 'scripts'];
  return [
    await runNodeTests('units', ['--selectProjects', ...units, '--maxWorkers=100%'], env),
    await runNodeTests('e2e', ['--selectProjects', 'e2e'], env),
    await runLwcTests(env),
  ];
}

function runNodeTests(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Tally> {
  return runJest({ name, bin: inRoot('node_modules', 'jest', 'bin', 'jest.js'), args, env });
}

/** The components' tests run on the Jest that Salesforce's own preset pins. */
function runLwcTests(env: NodeJS.ProcessEnv) {
  const require = createRequire(import.meta.url);
  const preset = path.dirname(require.resolve('@salesforce/sfdx-lwc-jest/package.json'));
  const jest = path.dirname(require.resolve('jest/package.json', { paths: [preset] }));
  return runJest({
    name: 'lwc',
    bin: path.join(jest, 'bin', 'jest.js'),
    args: ['--config', inRoot('jest.config.lwc.cjs')],
    env: { ...env, NODE_OPTIONS: '' },
  });
}
