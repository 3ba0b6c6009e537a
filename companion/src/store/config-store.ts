import type { ScoringConfig } from '../domain/scoring-config.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { SyncStore } from '../usecases/ports.ts';
import type { Database } from './database.ts';

/** The configurations that scores were made with. */
export function createConfigStore({
  prisma,
}: Pick<Database, 'prisma'>): Pick<SyncStore, 'keepConfig' | 'findConfig' | 'lastConfig'> {
  return {
    async keepConfig(orgId, { hash, body: config, recordId }, at) {
      const used = { lastUsedAt: new Date(at), recordId };
      const body = config as unknown as Prisma.InputJsonValue;
      await prisma.scoringConfig.upsert({
        where: { orgId_hash: { orgId, hash } },
        create: { orgId, hash, version: config.version, body, firstUsedAt: new Date(at), ...used },
        update: used,
      });
    },

    async findConfig(orgId, hash) {
      const row = await prisma.scoringConfig.findUnique({ where: { orgId_hash: { orgId, hash } } });
      // Written by this store from the same type, so what comes back has it.
      return row ? (row.body as unknown as ScoringConfig) : null;
    },

    async lastConfig(orgId) {
      const where = { orgId, lastUsedAt: { not: null } };
      const row = await prisma.scoringConfig.findFirst({ where, orderBy: { lastUsedAt: 'desc' } });
      if (!row) return null;
      return { hash: row.hash, body: row.body as unknown as ScoringConfig, recordId: row.recordId };
    },
  };
}
