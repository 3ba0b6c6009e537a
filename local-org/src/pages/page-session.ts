import type { Request, Response } from 'express';
import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';

const COOKIE = 'sid';

/** The session token of a browser's request, or undefined. */
export function sessionToken(req: Request): string | undefined {
  for (const pair of (req.headers.cookie ?? '').split(/;\s*/)) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at) === COOKIE) return decodeURIComponent(pair.slice(at + 1));
  }
  return undefined;
}

/** The user that a browser is logged in as, or undefined. */
export function pageUser(org: Org, req: Request): UserContext | undefined {
  const token = sessionToken(req);
  const userId = token && org.sessions.userId(token);
  return userId ? org.userById(userId) : undefined;
}

/** Gives the browser a session. Scripts cannot read it, and no other site's form or script sends it. */
export function startPageSession(res: Response, token: string): void {
  res.cookie(COOKIE, token, { httpOnly: true, sameSite: 'lax', path: '/' });
}

/** Takes the browser's session away. */
export function endPageSession(res: Response): void {
  res.clearCookie(COOKIE, { httpOnly: true, sameSite: 'lax', path: '/' });
}

/** A path of this org to go to, from what a URL asks for: never another site. */
export function localPath(wanted: unknown, otherwise = '/lightning/page/home'): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted) || /[\r\n]/.test(wanted)) return otherwise;
  return wanted;
}
