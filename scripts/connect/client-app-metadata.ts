/** What one External Client App of the companion consists of, as Metadata API source. */
export interface ClientApp {
  name: string;
  /** Required of every app: whom Salesforce's admins may ask about it. */
  contactEmail: string;
  consumerKey: string;
  consumerSecret: string;
  /** X.509 certificate in PEM whose key signs JWT bearer assertions. */
  certificate?: string;
  /** Username that client credentials act as. */
  runAs: string;
  /** 18-character Ids of the permission sets whose holders may log in without approving the app. */
  permissionSetIds: string[];
}

const API_VERSION = '66.0';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/**
 * The four components and the package.xml that make an OAuth client with client credentials and JWT bearer.
 * External Client Apps stand where Connected Apps stood: none can be created since Spring '26.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_extlclntappoauthconfigurablepolicies.htm
 *
 * @returns file path inside the package → content; the global settings hold the secret and must not be committed
 */
export function clientAppMetadata(app: ClientApp): Map<string, string> {
  const { name } = app;
  return new Map([
    [
      `externalClientApps/${name}.eca`,
      component('ExternalClientApplication', {
        contactEmail: app.contactEmail,
        description: 'Lets the Tenure companion read accounts and write scores.',
        distributionState: 'Local',
        isProtected: 'false',
        label: 'Tenure companion',
      }),
    ],
    [
      `extlClntAppOauthSettings/${name}_oauth.ecaOauth`,
      component('ExtlClntAppOauthSettings', {
        commaSeparatedOauthScopes: 'Api, RefreshToken',
        externalClientApplication: name,
        label: 'Tenure companion OAuth',
      }),
    ],
    [
      `extlClntAppGlobalOauthSets/${name}_glbloauth.ecaGlblOauth`,
      component('ExtlClntAppGlobalOauthSettings', {
        callbackUrl: 'http://localhost:4610/connect/callback',
        ...(app.certificate ? { certificate: app.certificate } : {}),
        consumerKey: app.consumerKey,
        consumerSecret: app.consumerSecret,
        externalClientApplication: name,
        isClientCredentialsFlowEnabled: 'true',
        isConsumerSecretOptional: 'false',
        isPkceRequired: 'true',
        isRefreshTokenRotationEnabled: 'true',
        isSecretRequiredForRefreshToken: 'true',
        label: 'Tenure companion credentials',
      }),
    ],
    [
      `extlClntAppOauthPolicies/${name}_policy.ecaOauthPlcy`,
      component('ExtlClntAppOauthConfigurablePolicies', {
        clientCredentialsFlowUser: app.runAs,
        commaSeparatedPermissionSet: app.permissionSetIds.join(','),
        externalClientApplication: name,
        ipRelaxationPolicyType: 'Enforce',
        isClientCredentialsFlowEnabled: 'true',
        label: 'Tenure companion policies',
        permittedUsersPolicyType: 'AdminApprovedPreAuthorized',
        refreshTokenPolicyType: 'Zero',
      }),
    ],
    ['package.xml', packageXml(membersOf(name))],
  ]);
}

/** What takes the app out of an org again: an empty package, and the list of what to delete. */
export function clientAppRemoval(name: string): Map<string, string> {
  return new Map([
    ['package.xml', packageXml([])],
    ['destructiveChanges.xml', packageXml(membersOf(name))],
  ]);
}

function component(type: string, fields: Record<string, string>): string {
  const lines = Object.entries(fields).map(
    ([field, value]) => `    <${field}>${escapeXml(value)}</${field}>`,
  );
  return `${HEAD}<${type} ${NAMESPACE}>\n${lines.join('\n')}\n</${type}>\n`;
}

/** Type and full name of each component of an app. */
function membersOf(name: string): [string, string][] {
  return [
    ['ExternalClientApplication', name],
    ['ExtlClntAppOauthSettings', `${name}_oauth`],
    ['ExtlClntAppGlobalOauthSettings', `${name}_glbloauth`],
    ['ExtlClntAppOauthConfigurablePolicies', `${name}_policy`],
  ];
}

function packageXml(members: [string, string][]): string {
  const types = members.map(
    ([type, member]) =>
      `    <types>\n        <members>${member}</members>\n        <name>${type}</name>\n    </types>\n`,
  );
  return `${HEAD}<Package ${NAMESPACE}>\n${types.join('')}    <version>${API_VERSION}</version>\n</Package>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
