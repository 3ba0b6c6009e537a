import { updateAccounts } from 'c/csAccountUpdates';
import type { Change, Choice } from 'c/csBulkPlan';
import { saveManualScores } from './healthScores';

/** What became of one account: null where it was changed, else why not. */
export interface BulkOutcome {
  id: string;
  error: string | null;
  /** Id of the record that the change made, where it made one. */
  recordId: string | null;
}

/** How a change is carried out. */
export interface RunOptions {
  /** The day that it is for the user, `YYYY-MM-DD`. */
  today: string;
  /** Why it was done, for the history of what keeps one. */
  comment: string;
  /** Ids of the health scores that were set by hand today, by account: they are changed instead of added to. */
  scoresOfToday: ReadonlyMap<string, string>;
  onProgress: (settled: number) => void;
}

/**
 * Carries out changes in batches. An account that is refused does not hold up the others.
 *
 * @returns one outcome for each, in the order given
 */
export async function runChanges(
  { operation }: Choice,
  changes: readonly Change[],
  options: RunOptions,
): Promise<BulkOutcome[]> {
  if (operation.kind === 'score') return recordScores(changes, options);
  return update(operation.field, changes, options);
}

async function update(
  field: string,
  changes: readonly Change[],
  { onProgress }: RunOptions,
): Promise<BulkOutcome[]> {
  const updates = changes.map(({ id, to }) => ({ id, fields: { [field]: to } }));
  const outcomes = await updateAccounts(updates, onProgress);
  return outcomes.map(({ id, error }) => ({ id, error, recordId: null }));
}

/** Health follows from its history: what a person sets is recorded there, once a day, and the companion does the rest. */
async function recordScores(
  changes: readonly Change[],
  { today, comment, scoresOfToday, onProgress }: RunOptions,
): Promise<BulkOutcome[]> {
  const scores = changes.map(({ id, to }) => ({
    accountId: id,
    standingId: scoresOfToday.get(id) ?? null,
    score: Number(to),
    comment,
  }));
  const outcomes = await saveManualScores(scores, today, onProgress);
  return outcomes.map(({ accountId, error, recordId }) => ({ id: accountId, error, recordId }));
}
