import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LocalOrg } from './local-org.ts';
import { query } from './rest.ts';
import type { Sf } from './sf.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

export interface ClientCredentials {
  clientId: string;
  clientSecret: string;
}

/** Gives an org without Tenure a user for integrations and an app through which it logs in by client credentials. */
export async function makeClientApp(org: LocalOrg, sf: Sf, folder: string): Promise<ClientCredentials> {
  await deploy(sf, path.join(folder, 'permission-set'), {
    'permissionsets/Api_Access.permissionset': xml(
      'PermissionSet',
      '<hasActivationRequired>false</hasActivationRequired><label>API Access</label>' +
        '<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>',
    ),
    'package.xml': packageXml({ PermissionSet: 'Api_Access' }),
  });
  const [set] = await query<{ Id: string }>(org, "SELECT Id FROM PermissionSet WHERE Name = 'Api_Access'");
  const username = await makeUser(org, set?.Id ?? '');
  const credentials = { clientId: 'end-to-end-client', clientSecret: 'end-to-end-secret' };
  const app = '<externalClientApplication>Probe</externalClientApplication>';
  await deploy(sf, path.join(folder, 'client-app'), {
    'externalClientApps/Probe.eca': xml(
      'ExternalClientApplication',
      '<contactEmail>probe@demo.tenure.example</contactEmail><distributionState>Local</distributionState><label>Probe</label>',
    ),
    'extlClntAppOauthSettings/Probe_oauth.ecaOauth': xml(
      'ExtlClntAppOauthSettings',
      `<commaSeparatedOauthScopes>Api</commaSeparatedOauthScopes>${app}<label>Probe</label>`,
    ),
    'extlClntAppGlobalOauthSets/Probe_glbloauth.ecaGlblOauth': xml(
      'ExtlClntAppGlobalOauthSettings',
      `<callbackUrl>http://localhost/callback</callbackUrl><consumerKey>${credentials.clientId}</consumerKey>` +
        `<consumerSecret>${credentials.clientSecret}</consumerSecret>${app}` +
        '<isClientCredentialsFlowEnabled>true</isClientCredentialsFlowEnabled><label>Probe</label>',
    ),
    'extlClntAppOauthPolicies/Probe_policy.ecaOauthPlcy': xml(
      'ExtlClntAppOauthConfigurablePolicies',
      `<clientCredentialsFlowUser>${username}</clientCredentialsFlowUser>` +
        `<commaSeparatedPermissionSet>${set?.Id}</commaSeparatedPermissionSet>${app}` +
        '<isClientCredentialsFlowEnabled>true</isClientCredentialsFlowEnabled><label>Probe</label>' +
        '<permittedUsersPolicyType>AdminApprovedPreAuthorized</permittedUsersPolicyType>',
    ),
    'package.xml': packageXml({
      ExternalClientApplication: 'Probe',
      ExtlClntAppOauthSettings: 'Probe_oauth',
      ExtlClntAppGlobalOauthSettings: 'Probe_glbloauth',
      ExtlClntAppOauthConfigurablePolicies: 'Probe_policy',
    }),
  });
  return credentials;
}

async function makeUser(org: LocalOrg, permissionSetId: string): Promise<string> {
  const profile = 'Minimum Access - API Only Integrations';
  const [found] = await query<{ Id: string }>(org, `SELECT Id FROM Profile WHERE Name = '${profile}'`);
  const username = 'probe@demo.tenure.example';
  const user = await post(org, 'User', {
    Username: username,
    Email: username,
    LastName: 'Probe',
    Alias: 'probe',
    ProfileId: found?.Id,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
  });
  const license = "SELECT Id FROM PermissionSetLicense WHERE DeveloperName = 'SalesforceAPIIntegrationPsl'";
  const [integration] = await query<{ Id: string }>(org, license);
  await post(org, 'PermissionSetLicenseAssign', {
    AssigneeId: user,
    PermissionSetLicenseId: integration?.Id,
  });
  await post(org, 'PermissionSetAssignment', { AssigneeId: user, PermissionSetId: permissionSetId });
  return username;
}

async function post(org: LocalOrg, object: string, fields: object): Promise<string> {
  const response = await fetch(`${org.url}/services/data/v66.0/sobjects/${object}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  const body = (await response.json()) as { id: string };
  if (!response.ok) throw new Error(`${object} was not made: ${JSON.stringify(body)}`);
  return body.id;
}

async function deploy(sf: Sf, folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const answer = await sf.run('project', 'deploy', 'start', '--metadata-dir', folder);
  if (answer.status !== 0)
    throw new Error(JSON.stringify(answer.result?.details ?? answer.data ?? answer.message));
}

function xml(type: string, content: string): string {
  return `${HEAD}<${type} ${NAMESPACE}>${content}</${type}>\n`;
}

function packageXml(members: Record<string, string>): string {
  const types = Object.entries(members).map(
    ([type, member]) => `<types><members>${member}</members><name>${type}</name></types>`,
  );
  return `${HEAD}<Package ${NAMESPACE}>${types.join('')}<version>66.0</version></Package>\n`;
}
