import { importPKCS8, SignJWT } from 'jose';
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { requestToken, type Session } from './request-token.ts';
import { errorCodeOf } from './salesforce-error.ts';

/** How the companion proves who it is; a person takes part at most once, when web-server is set up. */
export type Credentials =
  | { flow: 'client-credentials'; clientId: string; clientSecret: string }
  | { flow: 'jwt-bearer'; clientId: string; username: string; key: PrivateKey; audience: string }
  | { flow: 'web-server'; clientId: string; clientSecret: string | null; refresh: UseRefreshToken };

/** Where the private key is, or the key itself in PEM form. */
export type PrivateKey = { file: string } | { pem: string };

/** Hands a refresh token out for one use, and takes the one that comes in its place. */
export type UseRefreshToken = <T>(
  use: (token: string) => Promise<{ result: T; rotated: string | null }>,
) => Promise<T>;

export interface OrgLogin {
  loginUrl: string;
  apiVersion: string;
  credentials: Credentials;
}

/** Salesforce takes assertions that expire within five minutes. */
const ASSERTION_LIFETIME = '3m';

const rotation = z.looseObject({ refresh_token: z.string().min(1).optional() });

/** Asks the org for an access token. Failures are one line that says what to check, and never hold a secret. */
export async function authenticate({ loginUrl, credentials }: OrgLogin): Promise<Session> {
  if (credentials.flow !== 'web-server') {
    return (await requestToken(loginUrl, credentials.flow, await grant(credentials))).session;
  }
  const { clientId, clientSecret } = credentials;
  return credentials.refresh(async (token) => {
    const { session, answer } = await requestToken(loginUrl, 'web-server', {
      ...{ grant_type: 'refresh_token', client_id: clientId, refresh_token: token },
      ...(clientSecret === null ? {} : { client_secret: clientSecret }),
    });
    return { result: session, rotated: rotation.parse(answer).refresh_token ?? null };
  });
}

async function grant(
  credentials: Exclude<Credentials, { flow: 'web-server' }>,
): Promise<Record<string, string>> {
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
    .sign(await readKey(credentials.key));
  return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
}

/** Takes PKCS#8 and the older PKCS#1, which OpenSSL also writes. */
async function readKey(source: PrivateKey) {
  try {
    const pem = 'pem' in source ? source.pem : await readFile(source.file, 'utf8');
    const key = createPrivateKey(pem);
    return await importPKCS8(key.export({ type: 'pkcs8', format: 'pem' }).toString(), 'RS256');
  } catch (cause) {
    const why =
      errorCodeOf(cause) === 'ENOENT' ? 'there is no such file' : 'it holds no RSA private key in PEM form';
    const where =
      'file' in source ? `SALESFORCE_JWT_KEY_FILE names ${source.file}` : 'The key of the connection';
    throw new AppError('BAD_KEY_FILE', `${where}: ${why}.`, { cause });
  }
}
