import { createHash, timingSafeEqual } from 'node:crypto';
import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import { findActiveUser } from './app-access.ts';
import { findClientApp, type ClientApp } from './client-apps.ts';
import { OAuthError } from './oauth-error.ts';

/** Compares in a time that does not tell how much of the secret was right. */
function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** The app of a client id and secret, or what an org says of either. */
export function authenticateClient(org: Org, clientId: string, clientSecret: string): ClientApp {
  const app = findClientApp(org.metadata, clientId);
  if (!app) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  if (app.consumerSecret === undefined || !sameSecret(clientSecret, app.consumerSecret)) {
    throw new OAuthError('invalid_client', 'invalid client credentials');
  }
  return app;
}

/**
 * The user that an app acts as by its own credentials. The policy names it, and it may do nothing but call
 * the API.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_extlclntappoauthconfigurablepolicies.htm
 */
export function authorizeByCredentials(
  org: Org,
  clientId: string,
  clientSecret: string,
): { app: ClientApp; user: UserContext } {
  const app = authenticateClient(org, clientId, clientSecret);
  const { enabled, username } = app.clientCredentials;
  if (!enabled || username === undefined) {
    throw new OAuthError('invalid_grant', 'no client credentials user enabled');
  }
  const user = findActiveUser(org, username);
  if (!user) {
    throw new OAuthError(
      'invalid_grant',
      `the client credentials user ${username} does not exist or is not active`,
    );
  }
  if (!user.hasSystemPermission('ApiUserOnly')) {
    throw new OAuthError(
      'invalid_grant',
      `the client credentials user ${username} needs the API Only User permission`,
    );
  }
  return { app, user };
}
