import type { Request } from 'express';
import { SalesforceError } from '../errors.ts';

/** The JSON object of a job request. */
export function jobBody(req: Request): Record<string, unknown> {
  const body: unknown = req.body;
  if (typeof body === 'object' && body !== null && !Array.isArray(body) && !Buffer.isBuffer(body)) {
    return body as Record<string, unknown>;
  }
  throw new SalesforceError(
    'INVALIDJOB',
    'A job request is a JSON object, sent with Content-Type: application/json',
  );
}

/** The version in the path, as jobs show it: 66 for `v66.0`. */
export function apiVersionOf(req: Request): number {
  return Number(/\/data\/v(\d+\.\d)\//.exec(req.originalUrl)?.[1]);
}
