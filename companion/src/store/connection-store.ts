import type { OrgConnection } from '../generated/prisma/client.ts';
import type {
  ConnectAttemptStore,
  ConnectionFlow,
  ConnectionStore,
  OrgConnectionRecord,
} from '../usecases/connection-ports.ts';
import type { Database } from './database.ts';

/** The orgs that the service works for beside that of its environment, and logins of people that are under way. */
export function createConnectionStore({
  prisma,
}: Pick<Database, 'prisma'>): ConnectionStore & ConnectAttemptStore {
  const { orgConnection, connectAttempt } = prisma;
  return {
    async listConnections() {
      return (await orgConnection.findMany({ orderBy: { name: 'asc' } })).map(toRecord);
    },

    async addConnection({ createdAt, ...connection }) {
      const at = new Date(createdAt);
      const data = { ...connection, createdAt: at, updatedAt: at };
      return (await orgConnection.createMany({ data, skipDuplicates: true })).count === 1;
    },

    async removeConnection(name) {
      return (await orgConnection.deleteMany({ where: { name } })).count === 1;
    },

    async setChangeEvents(name, changeEvents, at) {
      const data = { changeEvents, updatedAt: new Date(at) };
      return (await orgConnection.updateMany({ where: { name }, data })).count === 1;
    },

    async noteLogin(id, orgId, at) {
      await orgConnection.updateMany({ where: { id }, data: { orgId, updatedAt: new Date(at) } });
    },

    async replaceSealed(id, part, was, sealed, at) {
      const data = { [part]: sealed, updatedAt: new Date(at) };
      return (await orgConnection.updateMany({ where: { id, [part]: was }, data })).count === 1;
    },

    async claimGrant(id, now, until) {
      const free = { OR: [{ grantClaimedUntil: null }, { grantClaimedUntil: { lte: new Date(now) } }] };
      const data = { grantClaimedUntil: new Date(until) };
      const { count } = await orgConnection.updateMany({ where: { id, ...free }, data });
      if (count === 0) return null;
      return orgConnection.findUnique({ where: { id }, select: { sealedGrant: true } });
    },

    async releaseGrant(id, sealedGrant, at) {
      const rotated = sealedGrant === null ? {} : { sealedGrant, updatedAt: new Date(at) };
      await orgConnection.updateMany({ where: { id }, data: { grantClaimedUntil: null, ...rotated } });
    },

    async saveAttempt({ expiresAt, ...attempt }) {
      await connectAttempt.create({ data: { ...attempt, expiresAt: new Date(expiresAt) } });
    },

    async takeAttempt(hash, now) {
      const at = new Date(now);
      const [row] = await prisma.$queryRaw<
        { hash: string; connection_id: string; sealed_verifier: string | null; expires_at: Date }[]
      >`DELETE FROM connect_attempt WHERE hash = ${hash} RETURNING *`;
      await connectAttempt.deleteMany({ where: { expiresAt: { lte: at } } });
      if (!row || row.expires_at <= at) return null;
      const { connection_id: connectionId, sealed_verifier: sealedVerifier } = row;
      return { hash, connectionId, sealedVerifier, expiresAt: row.expires_at.toISOString() };
    },
  };
}

function toRecord({
  flow,
  createdAt,
  updatedAt,
  grantClaimedUntil: _,
  ...row
}: OrgConnection): OrgConnectionRecord {
  return {
    ...row,
    // Written by this store from the same type.
    flow: flow as ConnectionFlow,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
