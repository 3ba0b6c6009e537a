import { Router, type Request, type Response } from 'express';
import { notImplemented } from '../errors.ts';
import { currentUser } from '../http/authenticate.ts';
import type { Org } from '../org.ts';
import { checkAppAccess } from './app-access.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import { findClientApp, type ClientApp } from './client-apps.ts';
import { OAuthError } from './oauth-error.ts';
import { readChallenge } from './pkce.ts';

/**
 * `GET /services/oauth2/authorize`: the browser's part of the web-server flow. Whoever is not logged in logs in first.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm
 */
export function authorizeRoute(org: Org, codes: AuthorizationCodes): Router {
  const router = Router();
  router.get('/services/oauth2/authorize', (req, res, next) => {
    const app = findClientApp(org.metadata, text(req.query.client_id));
    // Nowhere to send the browser that is known to be the app's: the error is shown here.
    if (!app) return refuse(res, new OAuthError('invalid_client_id', 'client identifier invalid'));
    const redirectUri = text(req.query.redirect_uri);
    if (!app.callbackUrls.includes(redirectUri)) {
      const message = 'redirect_uri must match configuration';
      return refuse(res, new OAuthError('redirect_uri_mismatch', message));
    }
    const user = currentUser(org, req);
    if (!user) return res.redirect(302, `/login?retURL=${encodeURIComponent(req.originalUrl)}`);
    try {
      const challenge = readRequest(app, req);
      if (!app.permittedUsers.preAuthorizedOnly)
        return next(notImplemented('the page on which users approve an app'));
      checkAppAccess(org, app, user);
      const code = codes.issue({
        userId: user.userId,
        consumerKey: app.consumerKey,
        redirectUri,
        challenge,
      });
      sendBack(res, redirectUri, { code }, req.query.state);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      const { error: name, message } = error;
      sendBack(res, redirectUri, { error: name, error_description: message }, req.query.state);
    }
  });
  return router;
}

/** The challenge of a request that is in order. */
function readRequest(app: ClientApp, { query }: Request): string | undefined {
  if (query.response_type !== 'code')
    throw new OAuthError('unsupported_response_type', 'response type not supported');
  const challenge = readChallenge(query.code_challenge, query.code_challenge_method);
  if (challenge === undefined && app.pkceRequired)
    throw new OAuthError('invalid_request', 'missing required code challenge');
  return challenge;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function refuse(res: Response, error: OAuthError): void {
  res.status(error.httpStatus).type('text').send(`error=${error.error}&error_description=${error.message}`);
}

function sendBack(res: Response, redirectUri: string, answer: Record<string, string>, state: unknown): void {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (typeof state === 'string') url.searchParams.set('state', state);
  res.redirect(302, url.href);
}
