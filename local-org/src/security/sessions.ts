import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Sessions } from '../org.ts';
import type { Statements } from '../store/statements.ts';

/** An org's default is two hours of silence; a day suits a demo that is left over lunch. */
const IDLE_LIMIT_MS = 24 * 60 * 60 * 1000;
/** How stale the time of last use may get before it is written again. */
const TOUCH_INTERVAL_MS = 60_000;

interface Parts {
  database: DatabaseSync;
  statements: Statements;
  now: () => Date;
  orgId: string;
}

/** Creates the sessions: they live with the org's data, and only hashes of the tokens are stored. */
export function createSessions({ database, statements, now, orgId }: Parts): Sessions {
  database.exec(
    `CREATE TABLE IF NOT EXISTS _sessions (
       token_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, used_at INTEGER NOT NULL
     ) STRICT`,
  );
  const hash = (token: string) => createHash('sha256').update(token).digest('hex');

  return {
    open(userId) {
      const token = `${orgId.slice(0, 15)}!${randomBytes(48).toString('base64url')}`;
      const time = now().getTime();
      statements('DELETE FROM _sessions WHERE used_at < ?').run(time - IDLE_LIMIT_MS);
      statements('INSERT INTO _sessions (token_hash, user_id, used_at) VALUES (?, ?, ?)').run(
        hash(token),
        userId,
        time,
      );
      statements('UPDATE "User" SET "LastLoginDate" = ? WHERE "Id" = ?').run(
        new Date(Math.floor(time / 1000) * 1000).toISOString(),
        userId,
      );
      return token;
    },
    userId(token) {
      const key = hash(token);
      const row = statements('SELECT user_id, used_at FROM _sessions WHERE token_hash = ?').get(key);
      const time = now().getTime();
      if (!row || Number(row.used_at) < time - IDLE_LIMIT_MS) return undefined;
      if (time - Number(row.used_at) > TOUCH_INTERVAL_MS) {
        statements('UPDATE _sessions SET used_at = ? WHERE token_hash = ?').run(time, key);
      }
      return String(row.user_id);
    },
    revoke: (token) => void statements('DELETE FROM _sessions WHERE token_hash = ?').run(hash(token)),
  };
}
