import type { AccountFacts } from '../domain/account-changes.ts';
import type { Explanation } from '../domain/explanation.ts';
import type { FieldValues } from '../domain/account-fields.ts';
import type { Mirrored } from '../domain/mapping/mirror-account.ts';
import type { AccountSignals } from '../domain/signals.ts';
import type { SignalObject, SyncStore } from '../usecases/ports.ts';
import type { Database } from './database.ts';
import { createConfigStore } from './config-store.ts';
import { keepBatch, keepPushes } from './keep-batch.ts';
import { findMirrorProblems } from './find-mirror-problems.ts';

/** What the sync remembers of an org: accounts, cursors, configurations. */
export function createSyncStore({ prisma, pool }: Pick<Database, 'prisma' | 'pool'>): SyncStore {
  return {
    async rememberOrg({ orgId, name, instanceUrl }, at) {
      const data = { name, instanceUrl, lastLoginAt: new Date(at) };
      const org = await prisma.org.upsert({
        where: { id: orgId },
        create: { id: orgId, ...data },
        update: data,
      });
      return { fullReadAt: org.fullReadAt?.toISOString() ?? null, mappings: org.mappings };
    },

    async markFullRead(orgId, at, mappings = null) {
      await prisma.org.update({ where: { id: orgId }, data: { fullReadAt: new Date(at), mappings } });
    },

    mirrorProblems: (orgId) => findMirrorProblems(pool, orgId),

    ...createConfigStore({ prisma }),

    async cursors(orgId) {
      const rows = await prisma.syncCursor.findMany({ where: { orgId } });
      return new Map(
        rows.map(({ object, changedTo, deletedTo }) => [
          object as SignalObject,
          { changedTo: changedTo.toISOString(), deletedTo: deletedTo.toISOString() },
        ]),
      );
    },

    async saveCursor(orgId, object, cursor) {
      const data = { changedTo: new Date(cursor.changedTo), deletedTo: new Date(cursor.deletedTo) };
      const where = { orgId_object: { orgId, object } };
      await prisma.syncCursor.upsert({ where, create: { orgId, object, ...data }, update: data });
    },

    async loadAccounts(orgId, accountIds) {
      const rows = await prisma.accountRecord.findMany({ where: { orgId, accountId: { in: accountIds } } });
      return rows.map((row) => ({
        accountId: row.accountId,
        name: row.name,
        externalKey: row.externalKey,
        systemModstamp: row.systemModstamp.toISOString(),
        recordIds: row.recordIds,
        // Written by this store from the same types, so what comes back has them.
        signals: row.signals as unknown as AccountSignals,
        current: row.current as unknown as FieldValues,
        facts: row.facts as unknown as AccountFacts | null,
        mirrored: row.mirrored as unknown as Mirrored | null,
        lastScore: row.lastScore as unknown as Explanation | null,
      }));
    },

    async findAccountsByRecords(orgId, recordIds) {
      if (recordIds.length === 0) return [];
      const { rows } = await pool.query<{ account_id: string }>(
        'SELECT account_id FROM account_record WHERE org_id = $1 AND record_ids && $2::text[]',
        [orgId, recordIds],
      );
      return rows.map(({ account_id }) => account_id);
    },

    async findUnscored(orgId, { asOf, configHash }, afterId, limit) {
      const rows = await prisma.accountRecord.findMany({
        where: {
          orgId,
          accountId: { gt: afterId },
          OR: [
            { scoredAsOf: null },
            { scoredAsOf: { lt: new Date(asOf) } },
            { configHash: null },
            { configHash: { not: configHash } },
          ],
        },
        select: { accountId: true },
        orderBy: { accountId: 'asc' },
        take: limit,
      });
      return rows.map(({ accountId }) => accountId);
    },

    async forgetReadBefore(orgId, readAt) {
      const { count } = await prisma.accountRecord.deleteMany({
        where: { orgId, readAt: { lt: new Date(readAt) } },
      });
      return count;
    },

    async forgetAccounts(orgId, accountIds) {
      await prisma.accountRecord.deleteMany({ where: { orgId, accountId: { in: accountIds } } });
      await prisma.pushLedger.deleteMany({ where: { orgId, parentId: { in: accountIds } } });
    },

    keepBatch: (orgId, batch) => keepBatch(pool, orgId, batch),
    keepPushes: (orgId, pushes, at) => keepPushes(pool, orgId, pushes, at),
  };
}
