import type { FeedItem, FeedStore } from '../usecases/query-ports.ts';
import type { Database } from './database.ts';

// Touchpoints as they were last read, scores as they were kept, changes and alerts as they were decided on.
const FEED = `
  SELECT * FROM (
    SELECT 'touchpoint:' || (each ->> 'id') AS id, 'touchpoint' AS kind, ((each ->> 'on') || 'T00:00:00Z')::timestamptz AS at,
           each ->> 'label' AS title, NULL AS detail,
           json_build_object('object', each ->> 'object', 'id', each ->> 'id') AS record
    FROM account_record, jsonb_array_elements(signals -> 'activities') AS each
    WHERE org_id = $1 AND account_id = $2 AND each ->> 'kind' <> 'open'
    UNION ALL
    SELECT 'score:' || id, 'score', scored_at,
           CASE WHEN result ->> 'score' IS NULL THEN 'Not scored'
                ELSE 'Risk ' || (result ->> 'score') || ', ' || (result ->> 'band') END,
           CASE WHEN result -> 'override' IS NULL THEN NULL ELSE 'Band set by hand' END, NULL
    FROM score WHERE org_id = $1 AND account_id = $2
    UNION ALL
    SELECT 'change:' || record_key, 'change', (changes ->> 'CS_Changed_On__c')::timestamptz,
           concat_ws(': ', changes ->> 'CS_Type__c',
             concat_ws(' → ', changes ->> 'CS_From__c', coalesce(changes ->> 'CS_To__c', 'none'))),
           changes ->> 'CS_Reason__c', NULL
    FROM push_ledger WHERE org_id = $1 AND parent_id = $2 AND object = 'CS_Account_Change__c'
    UNION ALL
    SELECT 'alert:' || record_key, 'alert', (changes ->> 'CS_Raised_On__c')::timestamptz, changes ->> 'CS_Type__c',
           changes ->> 'CS_Message__c', NULL
    FROM push_ledger
    WHERE org_id = $1 AND parent_id = $2 AND object = 'CS_Alert__c' AND changes ->> 'CS_Raised_On__c' IS NOT NULL
  ) AS feed
  WHERE at <= $3 AND ($4::timestamptz IS NULL OR at < $4 OR (at = $4 AND id COLLATE "C" < $5))
  ORDER BY at DESC, id COLLATE "C" DESC LIMIT $6`;

/** What happened to an account, in one list. */
export function createFeedStore({ pool }: Pick<Database, 'pool'>): FeedStore {
  return {
    async pageFeed(orgId, accountId, { until, after, limit }) {
      const values = [orgId, accountId, until, after?.value ?? null, after?.id ?? null, limit];
      const { rows } = await pool.query<Omit<FeedItem, 'at'> & { at: Date }>(FEED, values);
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    },
  };
}
