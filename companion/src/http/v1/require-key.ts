import type { RequestHandler, Response } from 'express';
import { checkApiKey, hashApiKey } from '../../usecases/api-keys.ts';
import type { Clock } from '../../usecases/ports.ts';
import type { ApiKeyStore } from '../../usecases/query-ports.ts';
import { sendProblem } from '../problem.ts';
import type { Allowance } from './rate-limit.ts';
import type { Route, V1Deps } from './route.ts';

/** Where keys are looked up, whichever org they open. */
export interface KeyDeps {
  store: ApiKeyStore;
  clock: Clock;
}

/** Lets a request through that shows a key which holds, has the route's scope, and has requests left. */
export function requireKey(
  { store, clock }: KeyDeps,
  { scope }: Pick<Route, 'scope'>,
  allow: (caller: string) => Allowance,
  findOrg: (orgId: string) => V1Deps | null,
): RequestHandler {
  return async (request, response, next) => {
    const [scheme, secret] = (request.get('authorization') ?? '').split(' ');
    const isBearer = scheme?.toLowerCase() === 'bearer' && secret !== undefined;
    // Those without a key are counted by where they come from: guessing costs as much as asking.
    const orgId = isBearer ? await store.orgOfKey(hashApiKey(secret)) : null;
    const own = orgId === null ? null : findOrg(orgId);
    const key = isBearer && orgId !== null ? await checkApiKey(orgId, secret, clock(), store) : null;
    const allowance = allow(key ? `key ${key.id}` : `address ${request.ip}`);
    announce(response, allowance);
    if (!allowance.allowed) {
      const detail = `At most ${allowance.limit} requests a minute; try again in ${allowance.retryAfter} s.`;
      return sendProblem(response, 429, 'Too many requests', { detail });
    }
    if (!key) {
      response.set('www-authenticate', 'Bearer');
      const detail = isBearer
        ? 'The key is not known, was revoked, or is over.'
        : 'Send a key as "Authorization: Bearer tenure_…". An operator makes one with api-key create.';
      return sendProblem(response, 401, 'No key that holds', { detail });
    }
    if (!key.scopes.includes(scope)) {
      response.set('www-authenticate', `Bearer error="insufficient_scope", scope="${scope}"`);
      return sendProblem(response, 403, 'Not allowed', { detail: `The key lacks the scope ${scope}.` });
    }
    if (!own) {
      const detail = 'The org of this key is not connected at the moment. The status page has the reason.';
      return sendProblem(response, 503, 'The org does not answer', { detail });
    }
    response.locals['v1'] = own;
    response.locals['apiKeyId'] = key.id;
    next();
  };
}

/** Header names as most APIs have them; the standard for them is still a draft. */
function announce(response: Response, { limit, remaining, retryAfter }: Allowance): void {
  response.set('ratelimit-limit', String(limit)).set('ratelimit-remaining', String(remaining));
  if (retryAfter > 0) response.set('retry-after', String(retryAfter));
}
