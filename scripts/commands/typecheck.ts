import { compileLwc } from '../compile-lwc.ts';
import { runMain } from '../process/command-error.ts';
import { inRoot } from '../process/root.ts';
import { runCommand } from '../process/run-command.ts';
import { generatePrismaClient } from '../setup/generate-prisma-client.ts';

const PROJECTS = ['companion', 'local-org', 'local-org/lightning', 'e2e', 'scripts', 'force-app'];

// Type-checks every part; all are checked before it fails.
runMain(async () => {
  await generatePrismaClient();
  await compileLwc(() => undefined);
  const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
  for (const project of PROJECTS) {
    const result = await runCommand(process.execPath, [tsc, '--noEmit', '-p', inRoot(project)]);
    process.stdout.write(
      `${project}: ${result.code === 0 ? 'no type errors' : 'type errors'}\n${result.stdout}`,
    );
    if (result.code !== 0) process.exitCode = 1;
  }
});
