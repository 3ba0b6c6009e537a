import type { ApiKey as ApiKeyRow } from '../generated/prisma/client.ts';
import type { ApiKey, ApiKeyStore, ApiScope } from '../usecases/query-ports.ts';
import type { Database } from './database.ts';

/** Keys of the HTTP API. Only the hash of a key is kept, so that a copy of the database opens nothing. */
export function createApiKeyStore({ prisma }: Pick<Database, 'prisma'>): ApiKeyStore {
  return {
    async createKey(orgId, { name, prefix, scopes, createdAt, expiresAt }, hash) {
      const times = {
        createdAt: new Date(createdAt),
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
      };
      return toApiKey(await prisma.apiKey.create({ data: { orgId, name, prefix, scopes, hash, ...times } }));
    },

    async listKeys(orgId) {
      return (await prisma.apiKey.findMany({ where: { orgId }, orderBy: { createdAt: 'asc' } })).map(
        toApiKey,
      );
    },

    async revokeKey(orgId, id, at) {
      const where = { orgId, id, revokedAt: null };
      return (await prisma.apiKey.updateMany({ where, data: { revokedAt: new Date(at) } })).count === 1;
    },

    async orgOfKey(hash) {
      return (await prisma.apiKey.findUnique({ where: { hash }, select: { orgId: true } }))?.orgId ?? null;
    },

    async findKey(orgId, hash) {
      const row = await prisma.apiKey.findUnique({ where: { hash } });
      return row && row.orgId === orgId ? toApiKey(row) : null;
    },

    async markKeyUsed(id, at) {
      await prisma.apiKey.updateMany({ where: { id }, data: { lastUsedAt: new Date(at) } });
    },
  };
}

function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    // Written by this store from the same type.
    scopes: row.scopes as ApiScope[],
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
