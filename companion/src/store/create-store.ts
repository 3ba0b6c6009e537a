import type { PushStore, RequestStore, RunStore, StatusStore, SyncStore } from '../usecases/ports.ts';
import type { InboundStore, WebhookStore } from '../usecases/inbound-ports.ts';
import type { AccountQueryStore, ApiKeyStore, ScoreHistoryStore } from '../usecases/query-ports.ts';
import { createAccountQueryStore } from './account-query-store.ts';
import { createApiKeyStore } from './api-key-store.ts';
import type { EncryptionKey } from '../encryption-key.ts';
import type { Database } from './database.ts';
import { createInboundStore } from './inbound-store.ts';
import { createPushStore } from './push-store.ts';
import { createRequestStore } from './request-store.ts';
import { createRunStore } from './run-store.ts';
import { createScoreHistoryStore } from './score-history-store.ts';
import { createSecretBox } from './secret-box.ts';
import { createStatusStore } from './status-store.ts';
import { createSyncStore } from './sync-store.ts';
import { createWebhookStore } from './webhook-store.ts';

/** Every port that a database stands behind. */
export type Store = SyncStore &
  PushStore &
  RequestStore &
  RunStore &
  StatusStore &
  ScoreHistoryStore &
  AccountQueryStore &
  ApiKeyStore &
  WebhookStore &
  InboundStore;

/** All stores over one database. `keys` seal the secrets among what is kept. */
export function createStore(
  database: Pick<Database, 'prisma' | 'pool'>,
  keys: readonly EncryptionKey[] = [],
): Store {
  return {
    ...createSyncStore(database),
    ...createPushStore(database),
    ...createRequestStore(database),
    ...createRunStore(database),
    ...createStatusStore(database),
    ...createScoreHistoryStore(database),
    ...createAccountQueryStore(database),
    ...createApiKeyStore(database),
    ...createWebhookStore(database, createSecretBox(keys)),
    ...createInboundStore(database),
  };
}
