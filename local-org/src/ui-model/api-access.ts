import type { RequestHandler } from 'express';
import { authenticate, requireApiEnabled } from '../http/authenticate.ts';
import { SalesforceError } from '../errors.ts';
import type { Org } from '../org.ts';

/** API versions this org answers to, all alike. */
const VERSION_PATH = /^\/services\/data\/v6[2-6]\.0\//;

/**
 * Middleware of the APIs that Lightning pages live on: a session is enough for a page, a client with a token
 * needs API Enabled too.
 */
export function uiApiAccess(org: Org): RequestHandler[] {
  return [
    knownVersion,
    authenticate(org),
    (req, res, next) => {
      if (req.headers.authorization) requireApiEnabled(req, res, next);
      else next();
    },
  ];
}

const knownVersion: RequestHandler = (req, _res, next) => {
  if (VERSION_PATH.test(req.originalUrl.replace(/\/{2,}/g, '/'))) return next();
  next(new SalesforceError('NOT_FOUND', 'The requested resource does not exist', { httpStatus: 404 }));
};
