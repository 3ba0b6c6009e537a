import { createHash, randomBytes } from 'node:crypto';
import type { ApiKey, ApiKeyStore } from './query-ports.ts';

/** What every key starts with, so that scanners for leaked secrets can know one when they see it. */
const KEY_START = 'tenure_';
const SECRET_BYTES = 32;
const PREFIX_LENGTH = KEY_START.length + 6;
/** A key's last use is noted at most this often: a write for every request would cost more than it tells. */
const USED_AGAIN_MS = 60_000;

/** The hash that stands for a key in the database. */
export const hashApiKey = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Makes a key. `secret` is to be shown once; only its hash is kept. */
export async function createApiKey(
  orgId: string,
  about: Pick<ApiKey, 'name' | 'scopes' | 'createdAt' | 'expiresAt'>,
  store: Pick<ApiKeyStore, 'createKey'>,
): Promise<{ key: ApiKey; secret: string }> {
  const secret = KEY_START + randomBytes(SECRET_BYTES).toString('base64url');
  const prefix = secret.slice(0, PREFIX_LENGTH);
  const key = await store.createKey(orgId, { ...about, prefix }, hashApiKey(secret));
  return { key, secret };
}

/** The key that a caller shows, where it holds now; null for one that is unknown, revoked or over. */
export async function checkApiKey(
  orgId: string,
  secret: string,
  now: Date,
  store: Pick<ApiKeyStore, 'findKey' | 'markKeyUsed'>,
): Promise<ApiKey | null> {
  if (!secret.startsWith(KEY_START)) return null;
  const key = await store.findKey(orgId, hashApiKey(secret));
  if (!key || key.revokedAt !== null) return null;
  if (key.expiresAt !== null && Date.parse(key.expiresAt) <= now.getTime()) return null;
  if (key.lastUsedAt === null || now.getTime() - Date.parse(key.lastUsedAt) >= USED_AGAIN_MS) {
    await store.markKeyUsed(key.id, now.toISOString());
  }
  return key;
}
