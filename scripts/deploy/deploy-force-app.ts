import { readdirSync } from 'node:fs';
import { inRoot } from '../process/root.ts';
import { runSf, type SfEnvironment } from '../sf/run-sf.ts';

const SOURCE = 'force-app/main/default';
/** Apart, because an org may select five objects for Change Data Capture and an admin may need them herself. */
const CHANGE_EVENTS = 'change-events/main/default';

export interface DeployOptions extends SfEnvironment {
  targetOrg: string;
  /** Validate only: the org checks everything and keeps nothing. */
  dryRun?: boolean;
  /** Selects objects for Change Data Capture too. */
  changeEvents?: boolean;
  progress?: (text: string) => void;
}

interface DeployResult {
  numberComponentsDeployed: number;
}

/**
 * Deploys force-app with the sf CLI: objects first, so that every page and query finds its fields, then the rest.
 * A dry run validates all of it in one go, because nothing of a first half would stay for a second to lean on.
 *
 * @returns how many components the org took
 */
export async function deployForceApp(options: DeployOptions): Promise<number> {
  const more = options.changeEvents ? [CHANGE_EVENTS] : [];
  const phases = options.dryRun
    ? [{ name: 'everything', folders: [SOURCE, ...more] }]
    : [
        { name: 'objects', folders: [`${SOURCE}/objects`] },
        { name: 'permissions, components and pages', folders: [...otherFolders(), ...more] },
      ];
  let deployed = 0;
  for (const phase of phases) {
    options.progress?.(`${options.dryRun ? 'validating' : 'deploying'} ${phase.name}`);
    const result = await runSf<DeployResult>(
      [
        'project',
        'deploy',
        'start',
        ...phase.folders.flatMap((folder) => ['--source-dir', folder]),
        '--target-org',
        options.targetOrg,
        '--ignore-conflicts',
        ...(options.dryRun ? ['--dry-run'] : []),
      ],
      options,
    );
    deployed += result.numberComponentsDeployed;
  }
  return deployed;
}

function otherFolders(): string[] {
  return readdirSync(inRoot(SOURCE), { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && entry.name !== 'objects' && holdsFiles(`${SOURCE}/${entry.name}`),
    )
    .map((entry) => `${SOURCE}/${entry.name}`);
}

function holdsFiles(folder: string): boolean {
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true }).some((entry) =>
    entry.isFile(),
  );
}
