import type { RequestHandler } from 'express';
import { notImplemented, SalesforceError } from '../errors.ts';

/** Resources of the REST API that an org has and the local org does not model. */
const UNMODELLED =
  /^\/services\/(?:data\/v\d+\.0\/(?:actions|analytics|appMenu|async-queries|chatter|commerce|composite\/(?:batch|graph)|connect|consent|event|jsonxform|knowledge|licensing|parameterizedSearch|process|quickActions|recent|search|support|tabs|theme|tooling|wave)|apexrest|async|Soap)(?:\/|$)/;

/** The end of the line for the APIs: what an org has is told apart from what does not exist. */
export const serviceNotFound: RequestHandler = (req, _res, next) => {
  const path = req.originalUrl.split('?')[0] ?? '';
  if (UNMODELLED.test(path)) return next(notImplemented(`${req.method} ${path}`));
  next(new SalesforceError('NOT_FOUND', 'The requested resource does not exist', { httpStatus: 404 }));
};
