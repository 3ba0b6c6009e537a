import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { DeletedRecords } from '../usecases/ports.ts';
import { askTogether } from './ask-together.ts';
import { errorCodeOf } from './salesforce-error.ts';
import { isoDateTime } from './values.ts';

const deletedAnswer = z.object({
  deletedRecords: z.array(z.object({ id: z.string() })),
  latestDateCovered: isoDateTime,
});

/**
 * Deleted records of a span. The org keeps them for 15 days, fewer when very many were deleted; then it refuses
 * (https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_getdeleted.htm).
 */
export async function findDeleted(
  connection: Connection,
  object: string,
  since: string,
  until: string,
): Promise<DeletedRecords> {
  const time = (iso: string) => encodeURIComponent(`${iso.slice(0, 19)}+00:00`);
  const url = `/services/data/v${connection.version}/sobjects/${object}/deleted/?start=${time(since)}&end=${time(until)}`;
  try {
    const { deletedRecords, latestDateCovered } = deletedAnswer.parse(await askTogether(connection, url));
    return { known: true, recordIds: deletedRecords.map(({ id }) => id), coveredTo: latestDateCovered };
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'INVALID_REPLICATION_DATE' || code === 'EXCEEDED_ID_LIMIT') return { known: false };
    throw error;
  }
}
