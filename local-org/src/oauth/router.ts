import { Router, urlencoded, type Request, type RequestHandler } from 'express';
import { SalesforceError } from '../errors.ts';
import { authenticate } from '../http/authenticate.ts';
import { normalizeId } from '../ids.ts';
import type { Org } from '../org.ts';
import { createAuthorizationCodes } from './authorization-codes.ts';
import { authorizeRoute } from './authorize-route.ts';
import { identity, userInfo } from './identity.ts';
import { createRefreshTokens } from './refresh-tokens.ts';
import { singleAccessRoutes } from './single-access.ts';
import { tokenRoutes } from './token-routes.ts';

function tokenToRevoke(req: Request): string {
  const form = (req.body ?? {}) as Record<string, unknown>;
  return String(form.token ?? req.query.token ?? '');
}

/** OAuth: tokens, their revocation, and who is behind one. */
export function oauthRouter(org: Org): Router {
  const router = Router();
  const stores = { codes: createAuthorizationCodes(org.now), tokens: createRefreshTokens(org.database) };
  router.use(authorizeRoute(org, stores.codes));
  router.use(tokenRoutes(org, stores));
  router.use(singleAccessRoutes(org));

  const revoke: RequestHandler = (req, res) => {
    const token = tokenToRevoke(req);
    if (stores.tokens.revoke(token)) return void res.status(200).end();
    if (org.sessions.userId(token) === undefined) {
      const description = 'this token type is not supported';
      res.status(400).json({ error: 'unsupported_token_type', error_description: description });
      return;
    }
    org.sessions.revoke(token);
    res.status(200).end();
  };
  router.post('/services/oauth2/revoke', urlencoded({ extended: false }), revoke);
  router.get('/services/oauth2/revoke', revoke);

  const showUserInfo: RequestHandler = (_req, res, next) => {
    if (res.locals.user) res.json(userInfo(org, res.locals.user));
    else next();
  };
  router.get('/services/oauth2/userinfo', authenticate(org), showUserInfo);
  router.post('/services/oauth2/userinfo', authenticate(org), showUserInfo);

  router.get('/id/:orgId/:userId', authenticate(org), (req: Request, res, next) => {
    const { user } = res.locals;
    const [orgId, userId] = [req.params.orgId, req.params.userId].map((id) => normalizeId(String(id)));
    if (!user || orgId !== org.id || userId !== user.userId) {
      return next(new SalesforceError('FORBIDDEN', 'Bad_Id', { httpStatus: 403 }));
    }
    res.json(identity(org, user));
  });
  return router;
}
