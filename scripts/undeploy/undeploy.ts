import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { soqlLiteral } from '../org-client/soql-literal.ts';
import type { Steps } from '../process/steps.ts';
import type { OrgCli } from '../sf/org-cli.ts';
import { runSf, type SfEnvironment } from '../sf/run-sf.ts';
import { countMembers, readManifest, splitManifest, writeManifest, type Members } from './split-manifest.ts';

const API_VERSION = '66.0';
/** What may have been deployed; what was not is passed over. */
const SOURCES = ['force-app', 'change-events'];

export interface UndeployChoices {
  /** Objects and fields too, with every record and value in them. */
  deleteData: boolean;
  /** The org checks everything and keeps all. */
  dryRun: boolean;
}

/** How many steps it takes. */
export const undeploySteps = ({ deleteData }: UndeployChoices) => (deleteData ? 4 : 3);

/** Removes what `deploy` brought. Without a word about data, objects and fields stay with everything in them. */
export async function undeploy(
  org: OrgCli,
  choices: UndeployChoices,
  steps: Pick<Steps, 'run'>,
  sf: SfEnvironment = {},
): Promise<void> {
  const all = await steps.run('List what was deployed', async (progress) => {
    const members = await listMembers(sf);
    progress(`${countMembers(members)} components`);
    return members;
  });
  const { pages: allPages, data } = splitManifest(all);
  // A check takes no assignment back, and the org would refuse to delete a permission set that somebody has.
  const pages = choices.dryRun ? without(allPages, 'PermissionSet') : allPages;
  await steps.run('Take back permission sets', async (progress) => {
    const removed = await unassign(org, all.get('PermissionSet') ?? [], choices.dryRun, progress);
    progress(`${removed} assignments${choices.dryRun ? ' would be removed' : ''}`);
  });
  await steps.run('Remove pages, components, reports and permission sets', async (progress) => {
    await remove(org, pages, choices);
    progress(`${countMembers(allPages)} components${choices.dryRun ? ' would be removed' : ''}`);
  });
  if (!choices.deleteData) return;
  await steps.run('Delete objects and fields with their data', async (progress) => {
    await remove(org, data, choices);
    progress(`${countMembers(data)} objects and fields${choices.dryRun ? ' would be deleted' : ''}`);
  });
}

const without = (members: Members, type: string): Members =>
  new Map([...members].filter(([name]) => name !== type));

async function listMembers(sf: SfEnvironment): Promise<Members> {
  return inScratch(async (folder) => {
    const output = ['--type', 'destroy', '--output-dir', folder];
    const sources = SOURCES.flatMap((source) => ['--source-dir', source]);
    await runSf(['project', 'generate', 'manifest', ...sources, ...output], sf);
    return readManifest(readFileSync(path.join(folder, 'destructiveChanges.xml'), 'utf8'));
  });
}

/** An org deletes no permission set that somebody has. */
async function unassign(
  org: OrgCli,
  names: readonly string[],
  dryRun: boolean,
  progress: (text: string) => void,
): Promise<number> {
  const sets = names.map(soqlLiteral).join(', ');
  const assigned = await org.query(
    `SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name IN (${sets})`,
  );
  for (const [index, { Id }] of dryRun ? [] : assigned.entries()) {
    progress(`${index + 1} of ${assigned.length}`);
    await org.remove('PermissionSetAssignment', Id);
  }
  return assigned.length;
}

async function remove(org: OrgCli, members: Members, { dryRun }: UndeployChoices): Promise<void> {
  await inScratch(async (folder) => {
    writeFileSync(path.join(folder, 'package.xml'), writeManifest(new Map(), API_VERSION));
    writeFileSync(path.join(folder, 'destructiveChanges.xml'), writeManifest(members, API_VERSION));
    await org.deployMetadata(folder, { dryRun, ignoreWarnings: true });
  });
}

async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenure-undeploy-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
