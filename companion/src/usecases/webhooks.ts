import { randomBytes, randomUUID } from 'node:crypto';
import type { HookSource, Webhook, WebhookStore } from './inbound-ports.ts';

const SECRET_BYTES = 32;

/** Where the system of a hook sends its events, below the companion's address. */
export const hookPath = ({ source, id }: Pick<Webhook, 'source' | 'id'>) => `/v1/hooks/${source}/${id}`;

/** Makes a hook. Its secret is the one given, or else a new one, which is to be shown once. */
export async function createWebhook(
  orgId: string,
  about: { source: HookSource; name: string; mapping: unknown; createdAt: string },
  given: string | null,
  store: Pick<WebhookStore, 'createWebhook'>,
): Promise<{ hook: Webhook; secret: string }> {
  const secret = given ?? randomBytes(SECRET_BYTES).toString('base64url');
  const made = { id: randomUUID(), ...about };
  await store.createWebhook(orgId, made, secret);
  return { hook: { ...made, lastUsedAt: null, revokedAt: null }, secret };
}
