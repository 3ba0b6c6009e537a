import type { ImportStore } from '../usecases/import-ports.ts';
import type {
  BackupStore,
  PushStore,
  RecoveryStore,
  RequestStore,
  RunStore,
  StatusStore,
  SyncStore,
} from '../usecases/ports.ts';
import type { CountStore } from '../usecases/count-ports.ts';
import type { ConnectAttemptStore, ConnectionStore } from '../usecases/connection-ports.ts';
import type { AlertQueryStore, AlertStore, DeliveryStore } from '../usecases/alert-ports.ts';
import type { SealedSecretStore } from '../usecases/doctor/ports.ts';
import type { InboundStore, WebhookStore } from '../usecases/inbound-ports.ts';
import type { ChangeFeedStore } from '../usecases/change-ports.ts';
import type { FamilyStore } from '../usecases/family-ports.ts';
import type { UsageStore } from '../usecases/usage-ports.ts';
import type {
  AccountQueryStore,
  ApiKeyStore,
  FeedStore,
  ScoreHistoryStore,
} from '../usecases/query-ports.ts';
import { createAccountQueryStore } from './account-query-store.ts';
import { createAlertQueryStore } from './alert-query-store.ts';
import { createAlertStore } from './alert-store.ts';
import { createApiKeyStore } from './api-key-store.ts';
import { createChangeFeedStore } from './change-feed-store.ts';
import { createBackupStore } from './backup/backup-store.ts';
import { createConnectionStore } from './connection-store.ts';
import { createCountedStore } from './counted-store.ts';
import { createImportStore } from './import-store.ts';
import { createDeliveryStore } from './delivery-store.ts';
import type { EncryptionKey } from '../encryption-key.ts';
import type { Database } from './database.ts';
import { createInboundStore } from './inbound-store.ts';
import { createFamilyStore } from './family-store.ts';
import { createFeedStore } from './feed-store.ts';
import { createPushStore } from './push-store.ts';
import { createRecoveryStore } from './recovery-store.ts';
import { createRequestStore } from './request-store.ts';
import { createRunStore } from './run-store.ts';
import { createScoreHistoryStore } from './score-history-store.ts';
import { createSecretBox } from './secret-box.ts';
import { createStatusStore } from './status-store.ts';
import { createSyncStore } from './sync-store.ts';
import { createUsageFeedStore } from './usage-feed-store.ts';
import { createUsageIntakeStore } from './usage-intake-store.ts';
import { createWebhookStore } from './webhook-store.ts';

/** Every port that a database stands behind. */
export type Store = SyncStore &
  CountStore &
  PushStore &
  RequestStore &
  RecoveryStore &
  RunStore &
  StatusStore &
  FeedStore &
  FamilyStore &
  ScoreHistoryStore &
  AccountQueryStore &
  ApiKeyStore &
  ImportStore &
  UsageStore &
  ConnectionStore &
  ConnectAttemptStore &
  AlertStore &
  DeliveryStore &
  AlertQueryStore &
  WebhookStore &
  SealedSecretStore &
  BackupStore &
  InboundStore &
  ChangeFeedStore;

export interface StoreOptions {
  /** How long what a process has taken up is its own without a sign of life. */
  leaseSeconds?: number;
  /** They seal the secrets among what is kept. */
  keys?: readonly EncryptionKey[];
}

/** All stores over one database. */
export function createStore(
  database: Pick<Database, 'prisma' | 'pool'>,
  { leaseSeconds, keys = [] }: StoreOptions = {},
): Store {
  return {
    ...createSyncStore(database),
    ...createCountedStore(database),
    ...createPushStore(database, leaseSeconds),
    ...createRequestStore(database, leaseSeconds),
    ...createRecoveryStore(database),
    ...createRunStore(database),
    ...createStatusStore(database),
    ...createFeedStore(database),
    ...createFamilyStore(database),
    ...createScoreHistoryStore(database),
    ...createAccountQueryStore(database),
    ...createApiKeyStore(database),
    ...createImportStore(database),
    ...createUsageIntakeStore(database),
    ...createUsageFeedStore(database),
    ...createConnectionStore(database),
    ...createAlertStore(database),
    ...createDeliveryStore(database),
    ...createAlertQueryStore(database),
    ...createWebhookStore(database, createSecretBox(keys)),
    ...createInboundStore(database),
    ...createChangeFeedStore(database),
    ...createBackupStore(database),
  };
}
