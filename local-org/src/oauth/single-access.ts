import { Router, urlencoded, type Request, type RequestHandler } from 'express';
import { authenticate } from '../http/authenticate.ts';
import type { Org } from '../org.ts';
import { createOneTimePasswords } from './one-time-passwords.ts';

/** Where a browser goes when it is not told. */
const START_PAGE = '/lightning/page/home';

function askedPath(req: Request): string {
  const form = (req.body ?? {}) as Record<string, unknown>;
  const asked = form.redirect_uri ?? req.query.redirect_uri;
  if (typeof asked !== 'string' || asked === '') return START_PAGE;
  const path = asked.startsWith('/') ? asked : `/${asked}`;
  // Only a path of this org: never a way to send a browser elsewhere.
  return /^\/[/\\]/.test(path) ? START_PAGE : path;
}

/**
 * From an access token to a logged-in browser: `singleaccess` answers a link with a one-time password, and
 * opening it starts a session of the browser's own.
 * https://help.salesforce.com/s/articleView?id=xcloud.frontdoor_singleaccess.htm
 */
export function singleAccessRoutes(org: Org): Router {
  const router = Router();
  const passwords = createOneTimePasswords(org.now);

  const singleAccess: RequestHandler = (req, res, next) => {
    const { user } = res.locals;
    if (!user) return next();
    const query = new URLSearchParams({ otp: passwords.issue(user.userId), retURL: askedPath(req) });
    res.json({ frontdoor_uri: `${org.baseUrl()}/secur/frontdoor.jsp?${query.toString()}` });
  };
  const path = '/services/oauth2/singleaccess';
  router.get(path, authenticate(org), singleAccess);
  router.post(path, urlencoded({ extended: false }), authenticate(org), singleAccess);

  // The pages take a session from here; inside this process it never shows in a URL or a log.
  router.get('/secur/frontdoor.jsp', (req, _res, next) => {
    const { otp, retURL } = req.query;
    if (typeof otp === 'string') {
      const userId = passwords.redeem(otp);
      const query = new URLSearchParams({
        sid: userId === undefined ? 'expired' : org.sessions.open(userId),
        retURL: typeof retURL === 'string' ? retURL : START_PAGE,
      });
      req.url = `/secur/frontdoor.jsp?${query.toString()}`;
    }
    next();
  });
  return router;
}
