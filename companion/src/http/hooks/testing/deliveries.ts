import { createHmac } from 'node:crypto';
import express from 'express';
import request from 'supertest';
import type { HookSource } from '../../../usecases/inbound-ports.ts';
import { MemoryInbound } from '../../../usecases/testing/memory-inbound.ts';
import { ORG } from '../../../usecases/testing/setup.ts';
import { createWebhook, hookPath } from '../../../usecases/webhooks.ts';
import { handleErrors } from '../../problem.ts';
import { createHooksRouter } from '../create-hooks-router.ts';

export const NOW = '2026-11-22T09:00:00.000Z';

const hmac = (secret: string, text: string | Buffer, encoding: 'hex' | 'base64') =>
  createHmac('sha256', secret).update(text).digest(encoding);

/** The headers with which each system signs, as its own documentation says; written out, not taken from the code. */
export const SIGNERS: Record<
  HookSource,
  (body: Buffer, secret: string, at: string) => Record<string, string>
> = {
  zendesk: (body, secret, at) => ({
    'X-Zendesk-Webhook-Signature': hmac(secret, Buffer.concat([Buffer.from(at), body]), 'base64'),
    'X-Zendesk-Webhook-Signature-Timestamp': at,
  }),
  jira: (body, secret) => ({ 'X-Hub-Signature': `sha256=${hmac(secret, body, 'hex')}` }),
  typeform: (body, secret) => ({ 'Typeform-Signature': `sha256=${hmac(secret, body, 'base64')}` }),
  delighted: (body, secret) => ({ 'X-Delighted-Webhook-Signature': `sha256=${hmac(secret, body, 'hex')}` }),
  generic: (body, secret, at) => ({
    'X-Tenure-Timestamp': at,
    'X-Tenure-Signature': `sha256=${hmac(secret, Buffer.concat([Buffer.from(`${at}.`), body]), 'hex')}`,
  }),
};

/** A delivery to the hook, signed as its system does unless it is to be otherwise. */
export interface Sent {
  headers?: Record<string, string>;
  /** When it was signed. */
  at?: string;
  signedWith?: string;
}

/** The hooks over a store in memory, and a system that sends to one of them. */
export async function setupHook(source: HookSource, mapping: unknown = {}, perMinute = 1000) {
  const inbound = new MemoryInbound();
  const time = { now: NOW };
  const errors: unknown[] = [];
  const { hook, secret } = await createWebhook(
    ORG.orgId,
    { source, name: source, mapping, createdAt: NOW },
    null,
    inbound,
  );
  const app = express();
  app.use('/v1/hooks', createHooksRouter({ store: inbound, clock: () => new Date(time.now) }, perMinute));
  app.use(handleErrors((error) => errors.push(error)));
  const path = hookPath(hook);
  const sendRaw = (
    body: Buffer,
    { headers = {}, at = time.now, signedWith = secret }: Sent = {},
    to = path,
  ) =>
    request(app)
      .post(to)
      .set('content-type', 'application/json')
      .set(SIGNERS[source](body, signedWith, at))
      .set(headers)
      .serialize((data) => data as string)
      .send(body as unknown as string);
  const send = (body: unknown, sent: Sent = {}, to = path) =>
    sendRaw(Buffer.from(JSON.stringify(body)), sent, to);
  const events = () => [...inbound.rows.values()].map(({ event }) => event);
  return { app, inbound, hook, secret, path, time, errors, send, sendRaw, events };
}
