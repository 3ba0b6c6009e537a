import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** A refresh token's user and app, and the family that rotation makes of one login. */
export interface RefreshGrant {
  userId: string;
  consumerKey: string;
  family: string;
}

/** Refresh tokens: they live with the org's data, and only their hashes are stored. */
export interface RefreshTokens {
  issue(grant: { userId: string; consumerKey: string; family?: string }): string;
  /**
   * The grant of a token that holds. A rotated token that is used again has leaked: then the whole family ends.
   * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_refresh_token_rotation.htm
   */
  find(token: string): RefreshGrant | undefined;
  /** Marks a token as used up, when a new one takes its place. */
  retire(token: string): void;
  /** Ends the family of a token; false when it is none. */
  revoke(token: string): boolean;
}

/** Opens the tokens of an org. */
export function createRefreshTokens(database: DatabaseSync): RefreshTokens {
  database.exec(
    `CREATE TABLE IF NOT EXISTS _refresh_tokens (
       token_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, consumer_key TEXT NOT NULL, family TEXT NOT NULL,
       retired INTEGER NOT NULL DEFAULT 0
     ) STRICT`,
  );
  const hash = (token: string) => createHash('sha256').update(token).digest('hex');
  const rowOf = (token: string) =>
    database.prepare('SELECT * FROM _refresh_tokens WHERE token_hash = ?').get(hash(token));
  const endFamily = (family: unknown) =>
    database.prepare('DELETE FROM _refresh_tokens WHERE family = ?').run(String(family));
  return {
    issue({ userId, consumerKey, family = randomBytes(12).toString('base64url') }) {
      const token = `5Aep861${randomBytes(48).toString('base64url')}`;
      database
        .prepare(
          'INSERT INTO _refresh_tokens (token_hash, user_id, consumer_key, family) VALUES (?, ?, ?, ?)',
        )
        .run(hash(token), userId, consumerKey, family);
      return token;
    },
    find(token) {
      const row = rowOf(token);
      if (!row) return undefined;
      if (row.retired === 1) return void endFamily(row.family);
      const { user_id: userId, consumer_key: consumerKey, family } = row;
      return { userId: String(userId), consumerKey: String(consumerKey), family: String(family) };
    },
    retire(token) {
      database.prepare('UPDATE _refresh_tokens SET retired = 1 WHERE token_hash = ?').run(hash(token));
    },
    revoke(token) {
      const row = rowOf(token);
      if (row) endFamily(row.family);
      return row !== undefined;
    },
  };
}
