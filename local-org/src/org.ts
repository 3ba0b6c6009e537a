import type { DatabaseSync } from 'node:sqlite';
import type { QueryService, RecordService } from './records/types.ts';
import type { Schema } from './schema/types.ts';
import type { UserContext } from './security/types.ts';

/** What every API family works on. One org per process. */
export interface Org {
  readonly id: string;
  /** `http://localhost:PORT`, without a trailing slash. */
  readonly baseUrl: () => string;
  readonly database: DatabaseSync;
  readonly schema: Schema;
  readonly records: RecordService;
  readonly queries: QueryService;
  /** The clock, injectable for tests. */
  readonly now: () => Date;
  userById(userId: string): UserContext;
}
