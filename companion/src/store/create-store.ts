import type { PushStore, RequestStore, RunStore, StatusStore, SyncStore } from '../usecases/ports.ts';
import type { Database } from './database.ts';
import { createPushStore } from './push-store.ts';
import { createRequestStore } from './request-store.ts';
import { createRunStore } from './run-store.ts';
import { createStatusStore } from './status-store.ts';
import { createSyncStore } from './sync-store.ts';

/** Every port that a database stands behind. */
export type Store = SyncStore & PushStore & RequestStore & RunStore & StatusStore;

/** All stores over one database. */
export function createStore(database: Pick<Database, 'prisma' | 'pool'>): Store {
  return {
    ...createSyncStore(database),
    ...createPushStore(database),
    ...createRequestStore(database),
    ...createRunStore(database),
    ...createStatusStore(database),
  };
}
