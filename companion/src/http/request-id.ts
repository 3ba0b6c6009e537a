import type { RequestHandler } from 'express';
import { randomUUID } from 'node:crypto';

const HEADER = 'x-request-id';
/** What a caller may send as an id: short, and fit for a log line. */
const ACCEPTED = /^[\w.-]{1,64}$/;

/** Gives every request an id, the caller's own where it is acceptable, and sends it back. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get(HEADER);
  const id = given !== undefined && ACCEPTED.test(given) ? given : randomUUID();
  response.locals['requestId'] = id;
  response.set(HEADER, id);
  next();
};
