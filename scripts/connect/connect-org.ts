import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { CommandError } from '../process/command-error.ts';
import { ROOT } from '../process/root.ts';
import type { Steps } from '../process/steps.ts';
import type { OrgCli } from '../sf/org-cli.ts';
import { judgeOrg, readOrgFacts } from './check-org.ts';
import { ConnectionState, type ConnectionRecord } from './connection-state.ts';
import { deployClientApp, makeConsumerKeys } from './deploy-client-app.ts';
import { readEnvFile, updateEnvFile } from './env-file.ts';
import { logInOnce, type Login } from './first-login.ts';
import { assignCompanionRights, ensureIntegrationUser } from './integration-user.ts';
import { ensureKeyPair } from './key-pair.ts';

/** How many steps it takes. */
export const CONNECT_STEPS = 7;

export interface ConnectChoices {
  flow: 'jwt-bearer' | 'client-credentials';
  access: 'read-only' | 'write-back';
  /** An existing user to work as; without it one is made. */
  username?: string;
  /** New keys, even where the old ones hold. */
  rotate: boolean;
  envFile: string;
  /** Where keys and the record of what was done are kept. */
  keysFolder: string;
}

/**
 * Connects the companion to an org, a step at a time. What each step did is recorded before the next begins, so that
 * it can be run again after a failure, and undone by `disconnect`.
 *
 * @throws CommandError from the first step that cannot be done
 */
export async function connectOrg(
  org: OrgCli,
  choices: ConnectChoices,
  steps: Pick<Steps, 'run'>,
): Promise<{ username: string; notes: string[] }> {
  const admin = await steps.run('Find the org', async (progress) => {
    const login = await org.display();
    progress(`${login.username} at ${login.instanceUrl}`);
    return login;
  });
  const notes = await steps.run('Check edition, API, limits and rights', async (progress) => {
    const facts = await readOrgFacts(org);
    const judged = judgeOrg(facts);
    if (judged.problems.length > 0) throw new CommandError(judged.problems.join('\n'));
    const calls = facts.callsLeft ? `, ${facts.callsLeft.remaining} API calls left today` : '';
    progress(`${facts.edition}${facts.isSandbox ? ' (sandbox)' : ''}, API ${facts.apiVersion}${calls}`);
    return judged.notes;
  });
  const state = new ConnectionState(admin.id, choices.keysFolder);
  const { id: orgId, instanceUrl } = admin;
  const record = (change: Partial<ConnectionRecord>) => state.update({ orgId, instanceUrl, ...change });

  const pair = await steps.run('Make a key pair', async (progress) => {
    const made = await ensureKeyPair(state.folder, { rotate: choices.rotate });
    progress(`${made.isNew ? 'new' : 'kept'}, holds until ${made.validTo.toISOString().slice(0, 10)}`);
    return made;
  });
  const [profileOfAdmin] = await org.query(`SELECT Email FROM User WHERE Username = '${admin.username}'`);
  const email = String(profileOfAdmin?.['Email'] ?? admin.username);

  const user = await steps.run('Prepare the integration user', async (progress) => {
    const known = state.read()?.user;
    const found = await ensureIntegrationUser(org, { username: choices.username, orgId, email });
    const created = found.created || (known?.id === found.id && known.created);
    record({ user: { ...found, created } });
    const { licenseAssignmentId, permissionSetAssignmentId } = await assignCompanionRights(org, found.id);
    record({
      ...(licenseAssignmentId ? { licenseAssignmentId } : {}),
      ...(permissionSetAssignmentId ? { permissionSetAssignmentId } : {}),
    });
    progress(`${found.username}, permission set CS_Companion`);
    return found;
  });
  const keys = await steps.run('Deploy the External Client App', async (progress) => {
    const { consumerKey, consumerSecret } = state.read() ?? {};
    const kept = !choices.rotate && consumerKey && consumerSecret ? { consumerKey, consumerSecret } : null;
    const used = kept ?? makeConsumerKeys();
    record({ ...used, appDeployed: true });
    await deployClientApp(org, state.folder, {
      ...{ ...used, certificate: pair.certificate, runAs: user.username, contactEmail: email },
    });
    progress(`Tenure_Companion, ${kept ? 'keys kept' : 'new keys'}`);
    return used;
  });
  await steps.run('Log in once as the companion', async (progress) => {
    const login: Login =
      choices.flow === 'jwt-bearer'
        ? {
            ...{ flow: choices.flow, loginUrl: instanceUrl, clientId: keys.consumerKey },
            ...{ username: user.username, keyFile: pair.keyFile, audience: audienceOf(instanceUrl) },
          }
        : {
            ...{ flow: choices.flow, loginUrl: instanceUrl, clientId: keys.consumerKey },
            clientSecret: keys.consumerSecret,
          };
    progress(`${choices.flow}: the org knows it as ${await logInOnce(login, { progress })}`);
  });
  await steps.run('Write the environment file', (progress) => {
    const jwt = choices.flow === 'jwt-bearer';
    const change = {
      SALESFORCE_LOGIN_URL: instanceUrl,
      SALESFORCE_CLIENT_ID: keys.consumerKey,
      SALESFORCE_CLIENT_SECRET: jwt ? undefined : keys.consumerSecret,
      SALESFORCE_USERNAME: jwt ? user.username : undefined,
      SALESFORCE_JWT_KEY_FILE: jwt ? path.relative(ROOT, pair.keyFile) : undefined,
      SALESFORCE_ACCESS: choices.access,
      COMPANION_ENCRYPTION_KEYS:
        readEnvFile(choices.envFile).get('COMPANION_ENCRYPTION_KEYS') ?? makeEncryptionKey(),
    };
    updateEnvFile(choices.envFile, change);
    record({ envFile: choices.envFile, envNames: Object.keys(change) });
    progress(`${path.relative(process.cwd(), choices.envFile)}, ${choices.access}`);
    return Promise.resolve();
  });
  return { username: user.username, notes };
}

const makeEncryptionKey = () =>
  `${new Date().toISOString().slice(0, 10)}:${randomBytes(32).toString('base64')}`;

/**
 * Salesforce takes its login host as the audience of a JWT, test.salesforce.com for sandboxes, whatever the My Domain
 * (https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_jwt_flow.htm). Other hosts are their own.
 */
function audienceOf(instanceUrl: string): string {
  const { hostname, origin } = new URL(instanceUrl);
  if (!hostname.endsWith('.salesforce.com')) return origin;
  return hostname.includes('.sandbox.') || hostname === 'test.salesforce.com'
    ? 'https://test.salesforce.com'
    : 'https://login.salesforce.com';
}
