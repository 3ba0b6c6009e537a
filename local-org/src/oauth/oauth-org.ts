import { generateKeyPairSync } from 'node:crypto';
import { generate } from 'selfsigned';
import { customerOrg, type CustomerOrg } from '../records/customer-org.ts';
import type { UserContext } from '../security/types.ts';

export const CONSUMER_KEY = '3MVG9-test-consumer-key';
export const CONSUMER_SECRET = 'test-consumer-secret';
export const CALLBACK_URL = 'https://companion.example/connect/callback';

/** An org with one External Client App, for tests. */
export interface OAuthOrg extends CustomerOrg {
  /** PEM of the key whose certificate the app holds. */
  privateKey: string;
  /** The app's own user, who may only call the API. */
  integration: () => UserContext;
}

interface Options {
  permittedUsers?: 'AdminApprovedPreAuthorized' | 'AllSelfAuthorized';
  clientCredentials?: boolean;
  runAs?: string;
  /** Whether each refresh gives a new refresh token. */
  rotation?: boolean;
}

function component(type: string, fields: Record<string, string>): string {
  const lines = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
    <${type} xmlns="http://soap.sforce.com/2006/04/metadata">${lines.join('')}</${type}>`;
}

/** Builds the org; the caller closes it. */
export async function oauthOrg(options: Options = {}): Promise<OAuthOrg> {
  const kit = customerOrg({ now: () => new Date() });
  const integration = kit.addUser('robot', { profile: 'Minimum Access - API Only Integrations' });
  const [set] = kit.org.queries.soql(
    kit.admin(),
    "SELECT Id FROM PermissionSet WHERE Name = 'Editor'",
  ).records;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const { cert } = await generate([{ name: 'commonName', value: 'companion' }], {
    keyPair: { publicKey, privateKey },
    algorithm: 'sha256',
  });
  const externalClientApplication = 'Companion';
  const components: Record<string, Record<string, string>> = {
    ExternalClientApplication: { label: 'Companion', distributionState: 'Local' },
    ExtlClntAppOauthSettings: { externalClientApplication, commaSeparatedOauthScopes: 'Api, RefreshToken' },
    ExtlClntAppGlobalOauthSettings: {
      ...{ externalClientApplication, certificate: cert, consumerKey: CONSUMER_KEY },
      ...{ consumerSecret: CONSUMER_SECRET, isClientCredentialsFlowEnabled: 'true' },
      ...{ callbackUrl: CALLBACK_URL, isPkceRequired: 'true', isSecretRequiredForRefreshToken: 'true' },
      isRefreshTokenRotationEnabled: String(options.rotation ?? false),
    },
    ExtlClntAppOauthConfigurablePolicies: {
      ...{ externalClientApplication, clientCredentialsFlowUser: options.runAs ?? integration().username },
      commaSeparatedPermissionSet: String(set?.Id),
      isClientCredentialsFlowEnabled: String(options.clientCredentials ?? true),
      permittedUsersPolicyType: options.permittedUsers ?? 'AdminApprovedPreAuthorized',
    },
  };
  for (const [type, fields] of Object.entries(components)) {
    const fullName = type === 'ExternalClientApplication' ? externalClientApplication : `Companion_${type}`;
    kit.org.metadata.put({ type, fullName, files: { [`${fullName}.xml`]: component(type, fields) } });
  }
  return { ...kit, privateKey, integration };
}
