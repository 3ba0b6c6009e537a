import { urlencoded, Router, type Request, type Response } from 'express';
import { accessTokenOf } from '../http/authenticate.ts';
import type { Org } from '../org.ts';
import { sendDocument } from './document.ts';
import { loginDocument } from './login-document.ts';
import { activeUsers } from './org-users.ts';
import { endPageSession, localPath, startPageSession } from './page-session.ts';

/** Logging in and out of the pages: by choice of user, by a link, or with a session of the CLI. */
export function loginRouter(org: Org): Router {
  const router = Router();

  router.get('/login', (req, res) => {
    const { as, retURL } = req.query;
    if (as !== undefined) return void logIn(org, res, String(as), retURL);
    sendLogin(org, res, localPath(retURL));
  });

  router.post('/login', urlencoded({ extended: false }), (req, res) => {
    if (!comesFromHere(req))
      return void res.status(403).type('text').send('This form was sent from another site.');
    const { username, retURL } = (req.body ?? {}) as Record<string, unknown>;
    logIn(org, res, String(username ?? ''), retURL);
  });

  /** `sf org open` and links made by the CLI bring a session of their own. */
  router.get('/secur/frontdoor.jsp', (req, res) => {
    const token = String(req.query.sid ?? '');
    if (!org.sessions.userId(token))
      return void sendLogin(org, res, '/', 'This link has expired. Log in again.', 401);
    startPageSession(res, token);
    res.redirect(302, localPath(req.query.retURL ?? req.query.startURL));
  });

  router.all('/secur/logout.jsp', (req, res) => {
    const token = accessTokenOf(req);
    if (token && comesFromHere(req)) org.sessions.revoke(token);
    endPageSession(res);
    res.redirect(302, '/login');
  });

  return router;
}

function logIn(org: Org, res: Response, username: string, retURL: unknown): void {
  const user = activeUsers(org).find((one) => one.username.toLowerCase() === username.toLowerCase());
  if (!user) return sendLogin(org, res, localPath(retURL), `No active user is called "${username}".`, 401);
  startPageSession(res, org.sessions.open(user.id));
  res.redirect(302, localPath(retURL));
}

function sendLogin(org: Org, res: Response, retURL: string, problem?: string, status = 200): void {
  res.status(status);
  sendDocument(res, { title: 'Log in', body: loginDocument(activeUsers(org), retURL, problem) });
}

/** Browsers say where a form was sent from; nothing else may log someone in or out of this org. */
function comesFromHere(req: Request): boolean {
  const origin = req.headers.origin;
  const site = req.headers['sec-fetch-site'];
  if (origin !== undefined) return URL.parse(origin)?.host === req.headers.host;
  return site === undefined || site === 'same-origin' || site === 'none';
}
