import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generate } from 'selfsigned';
import { runSf, type SfEnvironment } from '../sf/run-sf.ts';
import { clientAppMetadata } from './client-app-metadata.ts';

const APP_NAME = 'Tenure_Companion';
const PERMISSION_SET = 'CS_Companion';
const KEY_VALID_DAYS = 825;

export interface ConnectOptions extends SfEnvironment {
  targetOrg: string;
  /** Username of the integration user; must exist and hold the CS_Companion permission set. */
  runAs: string;
  contactEmail: string;
  /** Git-ignored folder for key, certificate and the app's secret metadata. */
  folder: string;
}

/** How the companion logs in; every value stays on this machine. */
export interface Credentials {
  clientId: string;
  clientSecret: string;
  username: string;
  keyFile: string;
}

/**
 * Makes a key pair and an External Client App for the companion and deploys it with the sf CLI.
 * Running it again makes new keys and replaces the app's.
 */
export async function connectCompanion(options: ConnectOptions): Promise<Credentials> {
  const pair = await generate([{ name: 'commonName', value: 'Tenure companion' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + KEY_VALID_DAYS * 24 * 60 * 60 * 1000),
  });
  const consumerKey = randomBytes(40).toString('base64url');
  const consumerSecret = randomBytes(32).toString('hex');
  const keyFile = path.join(options.folder, 'companion.key');
  writePrivate(keyFile, pair.private);
  writePrivate(path.join(options.folder, 'companion.crt'), pair.cert);

  const metadata = path.join(options.folder, 'client-app');
  rmSync(metadata, { recursive: true, force: true });
  const files = clientAppMetadata({
    name: APP_NAME,
    contactEmail: options.contactEmail,
    consumerKey,
    consumerSecret,
    certificate: pair.cert,
    runAs: options.runAs,
    permissionSetIds: [await permissionSetId(options)],
  });
  for (const [name, content] of files) writePrivate(path.join(metadata, name), content);
  await runSf(
    ['project', 'deploy', 'start', '--metadata-dir', metadata, '--target-org', options.targetOrg],
    options,
  );
  return { clientId: consumerKey, clientSecret: consumerSecret, username: options.runAs, keyFile };
}

async function permissionSetId(options: ConnectOptions): Promise<string> {
  const soql = `SELECT Id FROM PermissionSet WHERE Name = '${PERMISSION_SET}'`;
  const found = await runSf<{ records: { Id: string }[] }>(
    ['data', 'query', '--query', soql, '--target-org', options.targetOrg],
    options,
  );
  const id = found.records[0]?.Id;
  if (!id)
    throw new Error(
      `The org has no permission set ${PERMISSION_SET}: deploy force-app first (npm run deploy).`,
    );
  return id;
}

function writePrivate(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content, { mode: 0o600 });
  chmodSync(file, 0o600);
}
