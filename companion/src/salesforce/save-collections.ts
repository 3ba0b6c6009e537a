import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { RecordToSave, SaveProblem } from '../usecases/import-ports.ts';
import { withRetries } from './retry.ts';

/** The most that Salesforce takes in one collection. */
const COLLECTION_SIZE = 200;
const LOCK_TRIES = 3;
const LOCK_WAIT_MS = 500;

const saveResults = z.array(
  z.object({
    success: z.boolean(),
    errors: z.array(z.object({ statusCode: z.string(), message: z.string() })),
  }),
);
type SaveResult = z.infer<typeof saveResults>[number];

/**
 * Saves records of one object, new ones apart from those that are there. The one place that decides how imports reach
 * the org: collections of 200, one after another, so that children of one account never wait for each other. A request
 * that was cut off may be sent again: what is new carries a unique key.
 */
export async function saveCollections(
  connection: Connection,
  object: string,
  records: readonly RecordToSave[],
  wait: (ms: number) => Promise<unknown>,
): Promise<SaveProblem[]> {
  const url = `/services/data/v${connection.version}/composite/sobjects`;
  const send = async (method: 'POST' | 'PATCH', some: readonly RecordToSave[]): Promise<SaveResult[]> => {
    const body = JSON.stringify({
      allOrNone: false,
      records: some.map(({ id, fields }) => ({
        attributes: { type: object },
        ...(id === null ? {} : { id }),
        ...fields,
      })),
    });
    const headers = { 'content-type': 'application/json' };
    return saveResults.parse(
      await withRetries(() => connection.request({ method, url, body, headers }), wait),
    );
  };
  const problems = new Map<RecordToSave, SaveProblem>();
  for (const method of ['POST', 'PATCH'] as const) {
    const mine = records.filter(({ id }) => (id === null) === (method === 'POST'));
    for (let start = 0; start < mine.length; start += COLLECTION_SIZE) {
      let left = mine.slice(start, start + COLLECTION_SIZE);
      for (let tried = 1; left.length > 0; tried += 1) {
        const results = await send(method, left);
        left.forEach((record, index) => problems.set(record, toProblem(results[index])));
        left = left.filter((_, index) => tried < LOCK_TRIES && isLocked(results[index]));
        if (left.length > 0) await wait(LOCK_WAIT_MS * tried);
      }
    }
  }
  return records.map((record) => problems.get(record) ?? null);
}

const isLocked = (result: SaveResult | undefined) =>
  result?.errors.some(({ statusCode }) => statusCode === 'UNABLE_TO_LOCK_ROW') ?? false;

function toProblem(result: SaveResult | undefined): SaveProblem {
  if (result?.success) return null;
  const [error] = result?.errors ?? [];
  if (!error) return { message: 'the org gave no answer for this record', exists: false };
  return { message: `${error.statusCode}: ${error.message}`, exists: error.statusCode === 'DUPLICATE_VALUE' };
}
