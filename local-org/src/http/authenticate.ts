import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { SalesforceError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';

declare module 'express-serve-static-core' {
  interface Locals {
    /** The logged-in user, once `authenticate` has run. */
    user?: UserContext;
  }
}

/** What an org answers to a missing, unknown or expired session. */
export function sessionExpired(): SalesforceError {
  return new SalesforceError('INVALID_SESSION_ID', 'Session expired or invalid', { httpStatus: 401 });
}

/** The access token of a request: the Bearer header (or `OAuth`, as older clients send), else the `sid` cookie. */
export function accessTokenOf(req: Request): string | undefined {
  const header = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(req.headers.authorization ?? '')?.[1];
  return header ?? sessionCookieOf(req);
}

function sessionCookieOf(req: Request): string | undefined {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const sid = pairs.find((pair) => pair.startsWith('sid='))?.slice('sid='.length);
  return sid ? decodeURIComponent(sid) : undefined;
}

/** The user of a request, or undefined when nobody is logged in. */
export function currentUser(org: Org, req: Request): UserContext | undefined {
  const token = accessTokenOf(req);
  const userId = token === undefined ? undefined : org.sessions.userId(token);
  if (userId === undefined) return undefined;
  try {
    return org.userById(userId);
  } catch (error) {
    if (error instanceof SalesforceError) return undefined;
    throw error;
  }
}

/**
 * Middleware that puts the logged-in user into `res.locals.user`, or answers 401.
 *
 * A browser sends its cookie with requests that another site starts, so a cookie alone changes nothing
 * unless the request comes from the org's own pages.
 */
export function authenticate(org: Org): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const user = isForgeable(org, req) ? undefined : currentUser(org, req);
    if (!user) return next(sessionExpired());
    res.locals.user = user;
    next();
  };
}

function isForgeable(org: Org, req: Request): boolean {
  if (req.headers.authorization || ['GET', 'HEAD', 'OPTIONS'].includes(req.method)) return false;
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = req.headers.origin;
  return origin !== undefined && origin !== `http://${req.headers.host}` && origin !== org.baseUrl();
}

/** Middleware for the data APIs: the user must hold the API Enabled permission. */
export function requireApiEnabled(_req: Request, res: Response, next: NextFunction): void {
  if (res.locals.user?.hasSystemPermission('ApiEnabled')) return next();
  next(new SalesforceError('API_CURRENTLY_DISABLED', 'API is disabled for this User', { httpStatus: 403 }));
}
