import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import { checkAppAccess } from './app-access.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import { authenticateClient } from './client-credentials.ts';
import { findClientApp, type ClientApp } from './client-apps.ts';
import { OAuthError } from './oauth-error.ts';
import { checkVerifier } from './pkce.ts';
import type { RefreshTokens } from './refresh-tokens.ts';

/** Who got in through a browser, and the refresh token that goes with it. */
export interface BrowserGrant {
  app: ClientApp;
  user: UserContext;
  /** Undefined when the answer is to carry none. */
  refreshToken: string | undefined;
}

type Form = Record<string, string | undefined>;

/** Changes an authorization code for tokens. */
export function redeemCode(
  org: Org,
  { codes, tokens }: { codes: AuthorizationCodes; tokens: RefreshTokens },
  client: [id: string, secret: string],
  form: Form,
): BrowserGrant {
  const app = appOf(org, client, ({ secretOptional }) => !secretOptional);
  const authorization = codes.redeem(form.code ?? '');
  if (!authorization || authorization.consumerKey !== app.consumerKey)
    throw new OAuthError('invalid_grant', 'expired authorization code');
  if (authorization.redirectUri !== form.redirect_uri)
    throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
  checkVerifier(authorization.challenge, form.code_verifier);
  const user = org.userById(authorization.userId);
  const { userId } = user;
  const grantsRefresh = app.scopes.includes('refresh_token');
  const refreshToken = grantsRefresh ? tokens.issue({ userId, consumerKey: app.consumerKey }) : undefined;
  return { app, user, refreshToken };
}

/** A new session by a refresh token, and a new refresh token where the app rotates them. */
export function redeemRefreshToken(
  org: Org,
  tokens: RefreshTokens,
  client: [id: string, secret: string],
  form: Form,
): BrowserGrant {
  const app = appOf(org, client, ({ secretForRefresh }) => secretForRefresh);
  const token = form.refresh_token ?? '';
  const grant = tokens.find(token);
  if (!grant || grant.consumerKey !== app.consumerKey)
    throw new OAuthError('invalid_grant', 'expired access/refresh token');
  const user = activeUser(org, grant.userId);
  checkAppAccess(org, app, user);
  if (!app.rotatesRefreshTokens) return { app, user, refreshToken: undefined };
  tokens.retire(token);
  return { app, user, refreshToken: tokens.issue(grant) };
}

function activeUser(org: Org, userId: string): UserContext {
  try {
    return org.userById(userId);
  } catch (cause) {
    throw Object.assign(new OAuthError('inactive_user', 'user is inactive'), { cause });
  }
}

/** The app of a client; its secret is checked where one is given or needed. */
function appOf(
  org: Org,
  [id, secret]: [id: string, secret: string],
  needsSecret: (app: ClientApp) => boolean,
): ClientApp {
  const app = findClientApp(org.metadata, id);
  if (app && secret === '' && !needsSecret(app)) return app;
  return authenticateClient(org, id, secret);
}
