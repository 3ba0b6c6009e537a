import type { ChangeFeedStore } from '../usecases/change-ports.ts';
import type { Database } from './database.ts';

interface FeedRow {
  channel: string;
  replay_id: string | null;
  connected_since: Date | null;
  last_event_at: Date | null;
  events: string;
  own_events: string;
  reconnects: number;
  problem: string | null;
  is_held: boolean;
}

/** How far the change events of each org have been heard, and which replica listens. */
export function createChangeFeedStore({ pool }: Pick<Database, 'pool'>): ChangeFeedStore {
  return {
    async holdFeed(orgId, channel, holder, now, until) {
      const { rowCount } = await pool.query(
        `INSERT INTO change_feed (org_id, channel, holder, held_until) VALUES ($1, $2, $3, $5)
         ON CONFLICT (org_id, channel) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
         WHERE change_feed.holder = excluded.holder OR change_feed.held_until <= $4`,
        [orgId, channel, holder, now, until],
      );
      return rowCount === 1;
    },

    async releaseFeed(orgId, channel, holder) {
      await pool.query(
        `UPDATE change_feed SET held_until = 'epoch', connected_since = NULL
         WHERE org_id = $1 AND channel = $2 AND holder = $3`,
        [orgId, channel, holder],
      );
    },

    async readFeed(orgId, channel, now) {
      const { rows } = await pool.query<FeedRow>(
        `SELECT *, held_until > $3 AS is_held FROM change_feed WHERE org_id = $1 AND channel = $2`,
        [orgId, channel, now],
      );
      const [row] = rows;
      if (!row) return null;
      return {
        channel: row.channel,
        replayId: row.replay_id === null ? null : Number(row.replay_id),
        connectedSince: row.is_held ? (row.connected_since?.toISOString() ?? null) : null,
        lastEventAt: row.last_event_at?.toISOString() ?? null,
        events: Number(row.events),
        ownEvents: Number(row.own_events),
        reconnects: row.reconnects,
        problem: row.problem,
      };
    },

    async changeFeed(orgId, channel, holder, change) {
      const set = (name: keyof typeof change) => name in change;
      await pool.query(
        `UPDATE change_feed SET
           replay_id = CASE WHEN $4 THEN $5::bigint ELSE replay_id END,
           connected_since = CASE WHEN $6 THEN $7::timestamptz ELSE connected_since END,
           problem = CASE WHEN $8 THEN $9 ELSE problem END,
           last_event_at = coalesce($10::timestamptz, last_event_at),
           events = events + $11::bigint, own_events = own_events + $12::bigint, reconnects = reconnects + $13::int
         WHERE org_id = $1 AND channel = $2 AND holder = $3`,
        [
          ...[orgId, channel, holder],
          ...[set('replayId'), change.replayId ?? null, set('connectedSince'), change.connectedSince ?? null],
          ...[set('problem'), change.problem ?? null, change.lastEventAt ?? null],
          ...[change.events ?? 0, change.ownEvents ?? 0, change.reconnects ?? 0],
        ],
      );
    },
  };
}
