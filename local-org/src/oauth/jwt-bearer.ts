import { X509Certificate } from 'node:crypto';
import { decodeJwt, errors, jwtVerify } from 'jose';
import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import { checkAppAccess, findActiveUser } from './app-access.ts';
import { findClientApp, type ClientApp } from './client-apps.ts';
import { OAuthError } from './oauth-error.ts';

/** Audiences an org accepts beside its own URL. */
const LOGIN_AUDIENCES = ['https://login.salesforce.com', 'https://test.salesforce.com'];
/** A value this large is in milliseconds, as the sf CLI sends it; an org takes both. */
const SECONDS_LIMIT = 100_000_000_000;
const CLOCK_SKEW_SECONDS = 180;

function invalidGrant(description: string): OAuthError {
  return new OAuthError('invalid_grant', description);
}

function publicKeyOf({ certificate }: ClientApp) {
  if (certificate === undefined) throw invalidGrant('invalid assertion: the app has no certificate');
  const body = certificate.replace(/-----[A-Z ]+-----/g, '').replace(/\s+/g, '');
  try {
    return new X509Certificate(Buffer.from(body, 'base64')).publicKey;
  } catch (cause) {
    throw Object.assign(invalidGrant('invalid assertion: the certificate of the app cannot be read'), {
      cause,
    });
  }
}

function checkAudience(org: Org, audience: string | string[] | undefined): void {
  const accepted = [org.baseUrl(), org.baseUrl().replace('//localhost', '//127.0.0.1'), ...LOGIN_AUDIENCES];
  const named = [audience ?? []].flat().map((one) => one.replace(/\/$/, ''));
  if (!named.some((one) => accepted.includes(one))) throw invalidGrant('audience is invalid');
}

function checkExpiry(org: Org, exp: number | undefined): void {
  if (exp === undefined) throw invalidGrant('expiration time is missing from the assertion');
  const seconds = exp > SECONDS_LIMIT ? exp / 1000 : exp;
  if (seconds + CLOCK_SKEW_SECONDS < org.now().getTime() / 1000)
    throw invalidGrant('expired authorization code');
}

/**
 * The user that a signed assertion speaks for: RS256, `iss` the consumer key, `sub` a username, `aud` the
 * login URL, `exp` in the future.
 * https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_jwt_flow.htm
 */
export async function authorizeByAssertion(
  org: Org,
  assertion: string,
): Promise<{ app: ClientApp; user: UserContext }> {
  const claims = readClaims(assertion);
  const app = findClientApp(org.metadata, claims.iss ?? '');
  if (!app) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  await verifySignature(app, assertion);
  checkAudience(org, claims.aud);
  checkExpiry(org, claims.exp);
  const user = findActiveUser(org, claims.sub ?? '');
  if (!user) throw invalidGrant("user hasn't approved this consumer");
  checkAppAccess(org, app, user);
  return { app, user };
}

function readClaims(assertion: string) {
  try {
    return decodeJwt(assertion);
  } catch {
    throw invalidGrant('invalid assertion');
  }
}

async function verifySignature(app: ClientApp, assertion: string): Promise<void> {
  try {
    // The expiry is checked apart, since it may be in milliseconds.
    await jwtVerify(assertion, publicKeyOf(app), { algorithms: ['RS256'], currentDate: new Date(0) });
  } catch (error) {
    if (error instanceof errors.JOSEError) throw invalidGrant('invalid assertion');
    throw error;
  }
}
