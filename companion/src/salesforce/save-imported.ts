import type { Connection } from 'jsforce';
import type { RecordToSave, SaveProblem } from '../usecases/import-ports.ts';
import { createSender, type SaveResult } from './send-records.ts';
import { sendUnlocked } from './send-unlocked.ts';

/**
 * Saves records of one object, new ones apart from those that are there. The one place that decides how imports reach
 * the org: in their order, so that children of one account never wait for each other, in collections or, from 2,000
 * on, by a bulk job. A request that was cut off may be sent again: what is new carries a unique key.
 */
export async function saveImported(
  connection: Connection,
  { object, keyField }: { object: string; keyField: string },
  records: readonly RecordToSave[],
  wait: (ms: number) => Promise<unknown>,
): Promise<SaveProblem[]> {
  const { create, update } = createSender(connection, { wait });
  const added = records.filter(({ id }) => id === null);
  const changed = records.flatMap((record) => (record.id === null ? [] : [{ ...record, id: record.id }]));
  const addedAnswers = await sendUnlocked(
    added.map(({ fields }) => fields),
    create(object, keyField),
    wait,
  );
  const changedAnswers = await sendUnlocked(
    changed.map(({ id, fields }) => ({ key: id, parentId: '', fields })),
    update(object),
    wait,
  );
  const answers = { added: addedAnswers.values(), changed: changedAnswers.values() };
  return records.map(({ id }) => toProblem((id === null ? answers.added : answers.changed).next().value));
}

function toProblem(result: SaveResult | undefined): SaveProblem {
  if (result?.success) return null;
  const [error] = result?.errors ?? [];
  if (!error) return { message: 'the org gave no answer for this record', exists: false };
  return { message: `${error.statusCode}: ${error.message}`, exists: error.statusCode === 'DUPLICATE_VALUE' };
}
