import { SalesforceError } from '../errors.ts';
import { makeId } from '../ids.ts';
import type { CompiledRecords } from './compile-records.ts';

/** The key prefix of query locators. */
const KEY_PREFIX = '01g';
/** https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_api.htm */
const LIFETIME_MS = 2 * 24 * 60 * 60 * 1000;
/** An org closes a user's oldest cursor when an eleventh is opened. */
const CURSORS_PER_USER = 10;

/** A query whose first page was answered: which records it found then, in order. */
export interface QueryCursor {
  userId: string;
  records: CompiledRecords;
  ids: readonly string[];
  batchSize: number;
}

/** The open cursors of an org, in memory: a restart closes them, as a release does in an org. */
export class QueryCursors {
  readonly #open = new Map<string, { cursor: QueryCursor; expiresAt: number }>();
  readonly #now: () => Date;
  #opened = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Opens a cursor and answers its id. */
  open(cursor: QueryCursor): string {
    const now = this.#now().getTime();
    for (const [id, { expiresAt }] of this.#open) if (expiresAt <= now) this.#open.delete(id);
    const own = [...this.#open].filter(([, known]) => known.cursor.userId === cursor.userId);
    for (const [id] of own.slice(0, Math.max(0, own.length - CURSORS_PER_USER + 1))) this.#open.delete(id);
    this.#opened += 1;
    const id = makeId(KEY_PREFIX, this.#opened);
    this.#open.set(id, { cursor, expiresAt: now + LIFETIME_MS });
    return id;
  }

  /** The cursor behind `<id>-<offset>`, for the user who opened it. */
  find(userId: string, locator: string): { id: string; cursor: QueryCursor; offset: number } {
    const [, id = '', offset = ''] = /^([0-9A-Za-z]{15,18})-(\d+)$/.exec(locator) ?? [];
    const known = this.#open.get(id);
    const isAlive = known && known.expiresAt > this.#now().getTime() && known.cursor.userId === userId;
    if (!isAlive || Number(offset) > known.cursor.ids.length) {
      throw new SalesforceError(
        'INVALID_QUERY_LOCATOR',
        `invalid query locator: '${locator}' is unknown, expired or another user's`,
      );
    }
    return { id, cursor: known.cursor, offset: Number(offset) };
  }
}
