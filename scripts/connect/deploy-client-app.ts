import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { CommandError } from '../process/command-error.ts';
import type { OrgCli } from '../sf/org-cli.ts';
import { clientAppMetadata, clientAppRemoval } from './client-app-metadata.ts';
import { writePrivate } from './write-private.ts';

const APP_NAME = 'Tenure_Companion';
const PERMISSION_SET = 'CS_Companion';

/** The public and the secret part of an OAuth client. */
export interface ConsumerKeys {
  consumerKey: string;
  consumerSecret: string;
}

/** Keys for a new app, of our own making: the metadata of an External Client App takes them as given. */
export const makeConsumerKeys = (): ConsumerKeys => ({
  consumerKey: randomBytes(40).toString('base64url'),
  consumerSecret: randomBytes(32).toString('hex'),
});

/** Deploys the companion's External Client App; one that is there takes on the new keys and certificate. */
export async function deployClientApp(
  org: OrgCli,
  folder: string,
  app: ConsumerKeys & { certificate: string; runAs: string; contactEmail: string },
): Promise<void> {
  const [set] = await org.query(`SELECT Id FROM PermissionSet WHERE Name = '${PERMISSION_SET}'`);
  if (!set) {
    throw new CommandError(
      `The org has no permission set ${PERMISSION_SET}: deploy force-app first (npm run deploy).`,
    );
  }
  const files = clientAppMetadata({ name: APP_NAME, permissionSetIds: [set.Id], ...app });
  await deployFiles(org, path.join(folder, 'client-app'), files);
}

/** Takes the app out of the org; one that is not there is no fault. */
export async function removeClientApp(org: OrgCli, folder: string): Promise<void> {
  await deployFiles(org, path.join(folder, 'client-app-removal'), clientAppRemoval(APP_NAME));
}

async function deployFiles(org: OrgCli, folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, content] of files) writePrivate(path.join(folder, name), content);
  try {
    await org.deployMetadata(folder, { ignoreWarnings: true });
  } finally {
    // It holds the secret, and is made from what is kept elsewhere.
    rmSync(folder, { recursive: true, force: true });
  }
}
