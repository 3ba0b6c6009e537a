import type { AccountFacts } from '../domain/account-changes.ts';
import type { Explanation } from '../domain/explanation.ts';
import type { FieldValues } from '../domain/account-fields.ts';
import type { Mirrored } from '../domain/mapping/mirror-account.ts';
import type { AccountSignals } from '../domain/signals.ts';
import type { SignalObject, SyncStore } from '../usecases/ports.ts';
import type { Database } from './database.ts';
import { createConfigStore } from './config-store.ts';
import { findUnscored } from './find-unscored.ts';
import { keepBatch, keepPushes } from './keep-batch.ts';
import { findMirrorProblems } from './find-mirror-problems.ts';
import { HOLD_ACCOUNTS } from './hold-rows.ts';

const FORGET = `
  WITH held AS (${HOLD_ACCOUNTS})
  DELETE FROM account_record AS account USING held
  WHERE account.org_id = held.org_id AND account.account_id = held.account_id`;

const FORGET_BEFORE = `
  WITH held AS (
    SELECT org_id, account_id FROM account_record WHERE org_id = $1 AND read_at < $2::timestamptz
    ORDER BY account_id FOR UPDATE
  )
  DELETE FROM account_record AS account USING held
  WHERE account.org_id = held.org_id AND account.account_id = held.account_id`;

const FORGET_PUSHES = `
  WITH held AS (
    SELECT org_id, object, record_key FROM push_ledger WHERE org_id = $1 AND parent_id = ANY($2::text[])
    ORDER BY object, record_key FOR UPDATE
  )
  DELETE FROM push_ledger AS ledger USING held
  WHERE ledger.org_id = held.org_id AND ledger.object = held.object AND ledger.record_key = held.record_key`;

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
        parentId: row.parentId,
        arr: row.arr,
        family: row.family as unknown as FieldValues | null,
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

    findUnscored: (...asked) => findUnscored(pool, ...asked),

    async forgetReadBefore(orgId, readAt) {
      return (await pool.query(FORGET_BEFORE, [orgId, readAt])).rowCount ?? 0;
    },

    async forgetAccounts(orgId, accountIds) {
      await pool.query(FORGET, [orgId, accountIds]);
      await pool.query(FORGET_PUSHES, [orgId, accountIds]);
    },

    keepBatch: (orgId, batch) => keepBatch(pool, orgId, batch),
    keepPushes: (orgId, pushes, at) => keepPushes(pool, orgId, pushes, at),
  };
}
