import type { Response } from 'express';

const COOKIE = 'sid';

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
