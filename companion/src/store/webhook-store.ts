import type { Webhook as WebhookRow } from '../generated/prisma/client.ts';
import type { SealedSecretStore } from '../usecases/doctor/ports.ts';
import type { HookSource, Webhook, WebhookStore } from '../usecases/inbound-ports.ts';
import type { Database } from './database.ts';
import type { SecretBox } from './secret-box.ts';

/** Webhooks with their secrets, each sealed for its org and its hook. */
export function createWebhookStore(
  { prisma }: Pick<Database, 'prisma'>,
  secrets: SecretBox,
): WebhookStore & SealedSecretStore {
  return {
    async createWebhook(orgId, { id, source, name, mapping, createdAt }, secret) {
      const sealed = secrets.seal(secret, contextOf(orgId, id));
      const data = { id, orgId, source, name, secret: sealed, createdAt: new Date(createdAt) };
      await prisma.webhook.create({ data: { ...data, mapping: mapping as object } });
    },

    async listWebhooks(orgId) {
      return (await prisma.webhook.findMany({ where: { orgId }, orderBy: { createdAt: 'asc' } })).map(
        toWebhook,
      );
    },

    async orgOfWebhook(id) {
      return (await prisma.webhook.findUnique({ where: { id }, select: { orgId: true } }))?.orgId ?? null;
    },

    async openWebhook(orgId, id) {
      const row = await prisma.webhook.findUnique({ where: { id } });
      if (!row || row.orgId !== orgId || row.revokedAt !== null) return null;
      const secret = secrets.open(row.secret, contextOf(orgId, id));
      // After a rotation of keys each secret moves to the new one when it is next used.
      if (secrets.isOutdated(row.secret)) {
        const sealed = secrets.seal(secret, contextOf(orgId, id));
        await prisma.webhook.updateMany({ where: { id, secret: row.secret }, data: { secret: sealed } });
      }
      return { hook: toWebhook(row), secret };
    },

    async sealedWebhooks() {
      const rows = await prisma.webhook.findMany({
        where: { revokedAt: null },
        orderBy: { createdAt: 'asc' },
      });
      return rows.map(({ id, orgId, name, secret: sealed }) => {
        return { what: `the secret of the webhook ${name}`, sealed, context: contextOf(orgId, id) };
      });
    },

    async replaceSecret(orgId, id, secret) {
      const where = { orgId, id, revokedAt: null };
      const data = { secret: secrets.seal(secret, contextOf(orgId, id)) };
      return (await prisma.webhook.updateMany({ where, data })).count === 1;
    },

    async revokeWebhook(orgId, id, at) {
      const where = { orgId, id, revokedAt: null };
      return (await prisma.webhook.updateMany({ where, data: { revokedAt: new Date(at) } })).count === 1;
    },
  };
}

const contextOf = (orgId: string, hookId: string) => `webhook ${orgId} ${hookId}`;

function toWebhook(row: WebhookRow): Webhook {
  return {
    id: row.id,
    // Written by this store from the same type.
    source: row.source as HookSource,
    name: row.name,
    mapping: row.mapping,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
