import { refusalOf, sendMutation } from 'c/csMutation';
import { BATCH_SIZE, UPDATE_BATCH, UPDATE_ONE } from './updateDocuments';

/** Requests for single accounts that are on their way at once. */
const SINGLES_AT_ONCE = 5;

/** The new values of one account, by the API names of its fields. */
export interface AccountUpdate {
  id: string;
  fields: Record<string, unknown>;
}

/** What became of one account; null where it was updated. */
export interface UpdateOutcome {
  id: string;
  error: string | null;
}

/**
 * Updates accounts in batches. One that is refused does not hold up the others, and a batch that does not get through
 * fails with its own reason only.
 *
 * @param updates any number of accounts
 * @param onProgress told after each request how many of them are settled
 * @returns one outcome for each, in the order given
 */
export async function updateAccounts(
  updates: readonly AccountUpdate[],
  onProgress: (settled: number) => void = () => undefined,
): Promise<UpdateOutcome[]> {
  const outcomes: UpdateOutcome[] = [];
  const settle = (settled: UpdateOutcome[]) => {
    outcomes.push(...settled);
    onProgress(outcomes.length);
  };
  const whole = updates.length - (updates.length % BATCH_SIZE);
  for (let start = 0; start < whole; start += BATCH_SIZE) {
    // One after another: accounts of one owner lock the same rows.
    // eslint-disable-next-line no-await-in-loop
    settle(await sendBatch(updates.slice(start, start + BATCH_SIZE)));
  }
  for (let start = whole; start < updates.length; start += SINGLES_AT_ONCE) {
    // eslint-disable-next-line no-await-in-loop
    settle(await Promise.all(updates.slice(start, start + SINGLES_AT_ONCE).map(sendOne)));
  }
  return outcomes;
}

async function sendBatch(batch: readonly AccountUpdate[]): Promise<UpdateOutcome[]> {
  const variables = Object.fromEntries(batch.map((update, index) => [`a${index}`, inputOf(update)]));
  const answer = await sendMutation(UPDATE_BATCH, variables);
  return batch.map(({ id }, index) => ({ id, error: refusalOf(`a${index}`, answer) }));
}

async function sendOne(update: AccountUpdate): Promise<UpdateOutcome> {
  const variables = { input: inputOf(update) };
  const answer = await sendMutation(UPDATE_ONE, variables);
  return { id: update.id, error: refusalOf('AccountUpdate', answer) };
}

function inputOf({ id, fields }: AccountUpdate): object {
  return { Id: id, Account: fields };
}
