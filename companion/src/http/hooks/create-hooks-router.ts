import { createHash } from 'node:crypto';
import express, { Router, type ErrorRequestHandler, type RequestHandler } from 'express';
import { z } from 'zod';
import { HOOK_SOURCES, type InboundStore, type WebhookStore } from '../../usecases/inbound-ports.ts';
import type { Clock } from '../../usecases/ports.ts';
import { sendProblem } from '../problem.ts';
import { createRateLimiter, type Allowance } from '../v1/rate-limit.ts';
import { hookMapping } from './hook-mapping.ts';
import { readShape } from './shapes/shapes.ts';
import { isSigned } from './signature-schemes.ts';

/** The most that a delivery may hold. */
export const MOST_BYTES = 1024 * 1024;

export interface HookDeps {
  store: Pick<WebhookStore, 'orgOfWebhook' | 'openWebhook'> & Pick<InboundStore, 'keepDelivery'>;
  clock: Clock;
}

const address = z.object({ source: z.enum(HOOK_SOURCES), hookId: z.uuid() });

/**
 * Takes the events of outside systems at /{source}/{hookId}: checks, keeps, and answers at once; what they mean for the
 * org is worked out afterwards, so that none is lost while the org is away. A hook belongs to one org, whichever of those
 * that are served; what comes for it is kept for that org alone. A delivery that was taken before is answered
 * 200, as senders repeat whatever is answered 409.
 */
export function createHooksRouter(deps: HookDeps, deliveriesPerMinute: number): Router {
  const router = Router({ caseSensitive: true });
  const allow = createRateLimiter(deliveriesPerMinute, deps.clock);
  const body = express.raw({ type: () => true, limit: MOST_BYTES, inflate: false });
  router.post('/:source/:hookId', limitRate(allow), requireJson, body, takeDelivery(deps));
  router.all('/:source/:hookId', (_request, response) => {
    response.set('allow', 'POST');
    sendProblem(response, 405, 'Method not allowed', { detail: 'Events are sent with POST.' });
  });
  router.use(explainBody);
  return router;
}

function takeDelivery({ store, clock }: HookDeps): RequestHandler {
  return async (request, response) => {
    const at = address.safeParse(request.params);
    const orgId = at.success ? await store.orgOfWebhook(at.data.hookId) : null;
    const opened = at.success && orgId !== null ? await store.openWebhook(orgId, at.data.hookId) : null;
    if (!at.success || orgId === null || !opened || opened.hook.source !== at.data.source) {
      return sendProblem(response, 404, 'Not found', { detail: 'There is no such hook, or it was revoked.' });
    }
    const { hook, secret } = opened;
    const raw: unknown = request.body;
    const content = Buffer.isBuffer(raw) ? raw : Buffer.alloc(0);
    const now = clock();
    const header = (name: string) => request.get(name);
    if (!isSigned(hook.source, { header, body: content, secret, now })) {
      return sendProblem(response, 401, 'Not signed', { detail: 'The signature does not hold.' });
    }
    const parsed = parseJson(content);
    if (!parsed.ok) return sendProblem(response, 400, 'Bad request', { detail: parsed.detail });

    const read = readShape(hook.source, parsed.value, hookMapping.parse(hook.mapping), now);
    if (!read.ok) {
      const detail = `This is not an event of ${hook.source} as docs/webhooks.md describes it. See errors.`;
      return sendProblem(response, 422, 'Not understood', { detail, errors: read.errors.slice(0, 20) });
    }
    const { events } = read;
    const bodyHash = createHash('sha256').update(content).digest('hex');
    const isNew = await store.keepDelivery(orgId, { hookId: hook.id, bodyHash, events }, now.toISOString());
    const answer = isNew ? (events.length === 0 ? 'ignored' : 'accepted') : 'known';
    response
      .status(answer === 'accepted' ? 202 : 200)
      .json({ status: answer, records: isNew ? events.length : 0 });
  };
}

/** By the address of the hook, so that one noisy system does not shut out the others, and guessing costs as much. */
function limitRate(allow: (caller: string) => Allowance): RequestHandler {
  return (request, response, next) => {
    const { allowed, limit, retryAfter } = allow(`${request.ip} ${request.path.slice(0, 100)}`);
    if (allowed) return next();
    response.set('retry-after', String(retryAfter));
    const detail = `At most ${limit} deliveries a minute; try again in ${retryAfter} s.`;
    sendProblem(response, 429, 'Too many requests', { detail });
  };
}

const requireJson: RequestHandler = (request, response, next) => {
  const [type = ''] = (request.get('content-type') ?? '').split(';');
  if (/^application\/([\w.-]+\+)?json$/i.test(type.trim())) return next();
  sendProblem(response, 415, 'Unsupported media type', {
    detail: 'Expected content-type: application/json.',
  });
};

function parseJson(content: Buffer): { ok: true; value: unknown } | { ok: false; detail: string } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const isText = error instanceof SyntaxError;
    return { ok: false, detail: isText ? 'The body is not JSON.' : 'The body is not encoded in UTF-8.' };
  }
}

/** What the reading of a body can fail on. */
const explainBody: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const type = (error as { type?: unknown } | null)?.type;
  if (type === 'entity.too.large') {
    return sendProblem(response, 413, 'Too large', { detail: `A delivery may hold ${MOST_BYTES} bytes.` });
  }
  if (type === 'encoding.unsupported') {
    const detail = 'Expected a body that is not compressed: the signature is over its bytes.';
    return sendProblem(response, 415, 'Unsupported media type', { detail });
  }
  if (type === 'request.aborted' || type === 'request.size.invalid') {
    return sendProblem(response, 400, 'Bad request', { detail: 'The body ended before its length.' });
  }
  next(error);
};
