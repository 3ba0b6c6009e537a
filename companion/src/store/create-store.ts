import type { ImportStore } from '../usecases/import-ports.ts';
import type { PushStore, RequestStore, RunStore, StatusStore, SyncStore } from '../usecases/ports.ts';
import type { AccountQueryStore, ApiKeyStore, ScoreHistoryStore } from '../usecases/query-ports.ts';
import type { UsageStore } from '../usecases/usage-ports.ts';
import { createAccountQueryStore } from './account-query-store.ts';
import { createApiKeyStore } from './api-key-store.ts';
import type { Database } from './database.ts';
import { createImportStore } from './import-store.ts';
import { createPushStore } from './push-store.ts';
import { createRequestStore } from './request-store.ts';
import { createRunStore } from './run-store.ts';
import { createScoreHistoryStore } from './score-history-store.ts';
import { createStatusStore } from './status-store.ts';
import { createSyncStore } from './sync-store.ts';
import { createUsageFeedStore } from './usage-feed-store.ts';
import { createUsageIntakeStore } from './usage-intake-store.ts';

/** Every port that a database stands behind. */
export type Store = SyncStore &
  PushStore &
  RequestStore &
  RunStore &
  StatusStore &
  ScoreHistoryStore &
  AccountQueryStore &
  ApiKeyStore &
  ImportStore &
  UsageStore;

/** All stores over one database. */
export function createStore(database: Pick<Database, 'prisma' | 'pool'>): Store {
  return {
    ...createSyncStore(database),
    ...createPushStore(database),
    ...createRequestStore(database),
    ...createRunStore(database),
    ...createStatusStore(database),
    ...createScoreHistoryStore(database),
    ...createAccountQueryStore(database),
    ...createApiKeyStore(database),
    ...createImportStore(database),
    ...createUsageIntakeStore(database),
    ...createUsageFeedStore(database),
  };
}
