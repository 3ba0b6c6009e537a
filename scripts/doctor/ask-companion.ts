import { existsSync } from 'node:fs';
import { inRoot } from '../process/root.ts';
import { runCommand } from '../process/run-command.ts';
import { generatePrismaClient } from '../setup/generate-prisma-client.ts';
import { findingsOf, type Finding } from './finding.ts';

const { fail } = findingsOf('companion');

export interface AskOptions {
  envFile: string;
  /** A connected org; null for the org of the environment. */
  org: string | null;
  /** The folder of the embedded database; null for the one that the environment names. */
  dataFolder: string | null;
}

/** Has the companion examine what it needs; while its service holds the embedded database, that service answers. */
export async function askCompanion({ envFile, org, dataFolder }: AskOptions): Promise<Finding[]> {
  await generatePrismaClient();
  const { stdout, stderr } = await runCommand(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      ...(existsSync(envFile) ? [`--env-file=${envFile}`] : []),
      inRoot('companion', 'src', 'main.ts'),
      ...['doctor', '--json', ...(org === null ? [] : ['--org', org])],
    ],
    { env: { ...process.env, ...(dataFolder === null ? {} : { COMPANION_DATA_DIR: dataFolder }) } },
  );
  try {
    return (JSON.parse(stdout) as { findings: Finding[] }).findings;
  } catch {
    const why = (stderr || stdout).trim().split('\n')[0] ?? '';
    return [
      fail(
        'doctor',
        why || 'The companion gave no answer.',
        'Run: npm run companion -- doctor, and look at what it says.',
      ),
    ];
  }
}
