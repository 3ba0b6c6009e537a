import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CommandError } from '../process/command-error.ts';
import { inRoot } from '../process/root.ts';
import { runCommand } from '../process/run-command.ts';
import { runOnceChanged } from './run-once-changed.ts';

/** Generates the companion's database client from its schema, when the schema or Prisma changed. */
export async function generatePrismaClient(): Promise<void> {
  const key = createHash('sha256')
    .update(readFileSync(inRoot('companion', 'prisma', 'schema.prisma')))
    .update(readFileSync(inRoot('node_modules', 'prisma', 'package.json')))
    .digest('hex');
  await runOnceChanged('prisma-client', key, inRoot('companion', 'src', 'generated'), async () => {
    const result = await runCommand(process.execPath, [inRoot('companion', 'scripts', 'generate.ts')], {
      cwd: inRoot('companion'),
    });
    if (result.code !== 0) {
      throw new CommandError(
        `The database client could not be generated:\n${result.stderr || result.stdout}`,
      );
    }
  });
}
