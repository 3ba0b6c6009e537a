import { XMLParser } from 'fast-xml-parser';
import type { MetadataStore } from '../metadata-store/types.ts';

/** What the token endpoint needs to know of an External Client App, from its four deployed components. */
export interface ClientApp {
  name: string;
  consumerKey: string;
  consumerSecret: string | undefined;
  /** PEM or bare base64 of the certificate that JWT assertions are signed for. */
  certificate: string | undefined;
  scopes: string[];
  /** Where browsers may be sent back to. */
  callbackUrls: string[];
  pkceRequired: boolean;
  /** Whether a code may be changed for tokens without the secret. */
  secretOptional: boolean;
  secretForRefresh: boolean;
  rotatesRefreshTokens: boolean;
  clientCredentials: { enabled: boolean; username: string | undefined };
  permittedUsers: {
    preAuthorizedOnly: boolean;
    profiles: string[];
    /** Ids, as an org wants them. */
    permissionSets: string[];
  };
}

type Settings = Record<string, unknown>;

const parser = new XMLParser({ parseTagValue: false, trimValues: true });

/** Scopes by the names of the metadata, and as the token answer names them. */
const SCOPE_NAMES: Readonly<Record<string, string>> = {
  Api: 'api',
  Basic: 'id',
  Full: 'full',
  OpenID: 'openid',
  Profile: 'profile',
  Email: 'email',
  RefreshToken: 'refresh_token',
  Web: 'web',
};

function readAll(metadata: MetadataStore, type: string): Settings[] {
  return metadata.list(type).flatMap(({ files, fullName }) =>
    Object.values(files).map((xml) => {
      const root = (parser.parse(xml) as Record<string, Settings | undefined>)[type];
      return { ...root, fullName };
    }),
  );
}

function text(settings: Settings | undefined, name: string): string | undefined {
  const value = settings?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function list(settings: Settings | undefined, name: string): string[] {
  return (text(settings, name) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The app with this consumer key, or undefined. */
export function findClientApp(metadata: MetadataStore, consumerKey: string): ClientApp | undefined {
  const global = readAll(metadata, 'ExtlClntAppGlobalOauthSettings').find(
    (settings) => text(settings, 'consumerKey') === consumerKey,
  );
  const name = text(global, 'externalClientApplication');
  if (!global || name === undefined || !metadata.get('ExternalClientApplication', name)) return undefined;
  const ofApp = (type: string) =>
    readAll(metadata, type).find((settings) => text(settings, 'externalClientApplication') === name);
  const oauth = ofApp('ExtlClntAppOauthSettings');
  const policies = ofApp('ExtlClntAppOauthConfigurablePolicies');
  return {
    name,
    consumerKey,
    consumerSecret: text(global, 'consumerSecret'),
    certificate: text(global, 'certificate'),
    scopes: list(oauth, 'commaSeparatedOauthScopes').map(
      (scope) => SCOPE_NAMES[scope] ?? scope.toLowerCase(),
    ),
    // Several callbacks stand on a line each.
    callbackUrls: (text(global, 'callbackUrl') ?? '').split(/\s+/).filter((url) => url !== ''),
    pkceRequired: text(global, 'isPkceRequired') === 'true',
    secretOptional: text(global, 'isConsumerSecretOptional') === 'true',
    secretForRefresh: text(global, 'isSecretRequiredForRefreshToken') === 'true',
    rotatesRefreshTokens: text(global, 'isRefreshTokenRotationEnabled') === 'true',
    clientCredentials: {
      enabled:
        text(global, 'isClientCredentialsFlowEnabled') === 'true' &&
        text(policies, 'isClientCredentialsFlowEnabled') === 'true',
      username: text(policies, 'clientCredentialsFlowUser'),
    },
    permittedUsers: {
      preAuthorizedOnly: text(policies, 'permittedUsersPolicyType') === 'AdminApprovedPreAuthorized',
      profiles: list(policies, 'commaSeparatedProfile'),
      permissionSets: list(policies, 'commaSeparatedPermissionSet'),
    },
  };
}
