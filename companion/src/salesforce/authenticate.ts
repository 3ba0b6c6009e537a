import { importPKCS8, SignJWT } from 'jose';
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { errorCodeOf, rootMessage } from './salesforce-error.ts';

/** How the companion proves who it is, without any person taking part. */
export type Credentials =
  | { flow: 'client-credentials'; clientId: string; clientSecret: string }
  | { flow: 'jwt-bearer'; clientId: string; username: string; keyFile: string; audience: string };

export interface OrgLogin {
  loginUrl: string;
  apiVersion: string;
  credentials: Credentials;
}

/** A session with the org. */
export interface Session {
  accessToken: string;
  instanceUrl: string;
  orgId: string;
}

/** Salesforce takes assertions that expire within five minutes. */
const ASSERTION_LIFETIME = '3m';
const TOKEN_TIMEOUT_MS = 30_000;

const granted = z.object({
  access_token: z.string().min(1),
  instance_url: z.url(),
  id: z.string().regex(/\/id\/00D\w{12}(\w{3})?\/\w+$/),
});
const refused = z.object({ error: z.string(), error_description: z.string().optional() });

/** Asks the org for an access token. Failures are one line that says what to check, and never hold a secret. */
export async function authenticate({ loginUrl, credentials }: OrgLogin): Promise<Session> {
  const url = `${loginUrl}/services/oauth2/token`;
  const body = new URLSearchParams(await grant(credentials));
  const response = await fetch(url, {
    method: 'POST',
    body,
    signal: AbortSignal.timeout(TOKEN_TIMEOUT_MS),
  }).catch((cause: unknown) => {
    const why = errorCodeOf(cause) || rootMessage(cause);
    throw new AppError(
      'ORG_UNREACHABLE',
      `No org answers at ${loginUrl} (${why}). Check SALESFORCE_LOGIN_URL and the network.`,
      { cause },
    );
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.status >= 500 || response.status === 429) {
    throw new AppError(
      'ORG_UNREACHABLE',
      `The org at ${loginUrl} answered ${response.status} to the login. Try again later.`,
    );
  }
  if (!response.ok) throw loginRefused(loginUrl, credentials, answer, response.status);
  const session = granted.safeParse(answer);
  if (!session.success) {
    throw new AppError(
      'LOGIN_REFUSED',
      `${loginUrl} is no Salesforce org: its answer to the login holds no token.`,
    );
  }
  const { access_token: accessToken, instance_url: instanceUrl, id } = session.data;
  return { accessToken, instanceUrl: new URL(instanceUrl).origin, orgId: id.split('/').at(-2) ?? '' };
}

async function grant(credentials: Credentials): Promise<Record<string, string>> {
  if (credentials.flow === 'client-credentials') {
    return {
      grant_type: 'client_credentials',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
    };
  }
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(credentials.clientId)
    .setSubject(credentials.username)
    .setAudience(credentials.audience)
    .setExpirationTime(ASSERTION_LIFETIME)
    .sign(await readKey(credentials.keyFile));
  return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
}

/** Takes PKCS#8 and the older PKCS#1, which OpenSSL also writes. */
async function readKey(file: string) {
  try {
    const key = createPrivateKey(await readFile(file, 'utf8'));
    return await importPKCS8(key.export({ type: 'pkcs8', format: 'pem' }).toString(), 'RS256');
  } catch (cause) {
    const why =
      errorCodeOf(cause) === 'ENOENT' ? 'there is no such file' : 'it holds no RSA private key in PEM form';
    throw new AppError('BAD_KEY_FILE', `SALESFORCE_JWT_KEY_FILE names ${file}: ${why}.`, { cause });
  }
}

/** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_flow_errors.htm */
const ADVICE: Record<string, string> = {
  invalid_client_id: 'Check SALESFORCE_CLIENT_ID.',
  invalid_client: 'Check SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET.',
  invalid_grant:
    'Check that the user is active and allowed to use the app, and that key, certificate and audience fit.',
  invalid_app_access:
    'Allow the user to use the External Client App: its policies name profiles or permission sets.',
  unsupported_grant_type: 'Enable this flow in the settings of the External Client App.',
};

function loginRefused(loginUrl: string, credentials: Credentials, answer: unknown, status: number): AppError {
  const parsed = refused.safeParse(answer);
  if (!parsed.success) {
    return new AppError(
      'LOGIN_REFUSED',
      `${loginUrl} is no Salesforce org: it answered ${status} to the login.`,
    );
  }
  const { error, error_description: description } = parsed.data;
  const advice = ADVICE[error] ?? 'Check the credentials in the environment.';
  return new AppError(
    'LOGIN_REFUSED',
    `${loginUrl} refused the login by ${credentials.flow}: ${error}${description ? ` (${description})` : ''}. ${advice}`,
  );
}
