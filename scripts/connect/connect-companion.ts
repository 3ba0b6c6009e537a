import { orgCli } from '../sf/org-cli.ts';
import type { SfEnvironment } from '../sf/run-sf.ts';
import { deployClientApp, makeConsumerKeys } from './deploy-client-app.ts';
import { ensureKeyPair } from './key-pair.ts';

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
  const { folder, runAs, contactEmail } = options;
  const { keyFile, certificate } = await ensureKeyPair(folder, { rotate: true });
  const keys = makeConsumerKeys();
  const org = orgCli(options.targetOrg, options);
  await deployClientApp(org, folder, { ...keys, certificate, runAs, contactEmail });
  return { clientId: keys.consumerKey, clientSecret: keys.consumerSecret, username: runAs, keyFile };
}
