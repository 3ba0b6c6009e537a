import { createHmac } from 'node:crypto';
import { Router, urlencoded, type Request, type Response } from 'express';
import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import type { ClientApp } from './client-apps.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import { authorizeByCredentials } from './client-credentials.ts';
import { redeemCode, redeemRefreshToken } from './code-grant.ts';
import { identityUrl } from './identity.ts';
import { authorizeByAssertion } from './jwt-bearer.ts';
import { OAuthError } from './oauth-error.ts';
import type { RefreshTokens } from './refresh-tokens.ts';

interface Grant {
  app: ClientApp;
  user: UserContext;
  /** Where the flow gives one. */
  refreshToken?: string | undefined;
}

/** What browsers and refreshes leave behind. */
export interface TokenStores {
  codes: AuthorizationCodes;
  tokens: RefreshTokens;
}

/** Client id and secret from the form, else from a Basic header. */
function clientOf(req: Request, form: Record<string, string | undefined>): [id: string, secret: string] {
  if (form.client_id !== undefined) return [form.client_id, form.client_secret ?? ''];
  const encoded = /^Basic\s+(\S+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? '';
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(/:(.*)/s);
  return [decodeURIComponent(id), decodeURIComponent(secret)];
}

async function authorize(org: Org, stores: TokenStores, req: Request): Promise<Grant> {
  const form = (req.body ?? {}) as Record<string, string | undefined>;
  switch (form.grant_type) {
    case undefined:
      throw new OAuthError('unsupported_grant_type', 'grant type not supported');
    case 'client_credentials':
      return authorizeByCredentials(org, ...clientOf(req, form));
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return authorizeByAssertion(org, form.assertion ?? '');
    case 'refresh_token':
      return redeemRefreshToken(org, stores.tokens, clientOf(req, form), form);
    case 'authorization_code':
      return redeemCode(org, stores, clientOf(req, form), form);
    default:
      throw new OAuthError('unsupported_grant_type', 'grant type not supported');
  }
}

function tokenResponse(org: Org, { app, user, refreshToken }: Grant) {
  const id = identityUrl(org, user);
  const issuedAt = String(org.now().getTime());
  return {
    access_token: org.sessions.open(user.userId),
    signature: createHmac('sha256', app.consumerSecret ?? '')
      .update(id + issuedAt)
      .digest('base64'),
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    scope: app.scopes.filter((scope) => scope !== 'refresh_token' || refreshToken !== undefined).join(' '),
    instance_url: org.baseUrl(),
    id,
    token_type: 'Bearer',
    issued_at: issuedAt,
  };
}

/** `POST /services/oauth2/token`. */
export function tokenRoutes(org: Org, stores: TokenStores): Router {
  const router = Router();
  router.post(
    '/services/oauth2/token',
    urlencoded({ extended: false }),
    async (req: Request, res: Response) => {
      res.setHeader('Cache-Control', 'no-store');
      try {
        res.json(tokenResponse(org, await authorize(org, stores, req)));
      } catch (error) {
        if (!(error instanceof OAuthError)) throw error;
        res.status(error.httpStatus).json(error.toBody());
      }
    },
  );
  return router;
}
