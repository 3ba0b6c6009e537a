import type { GraphQlDocument } from 'lightning/graphql';
import { refusalOf, sendMutation } from 'c/csMutation';
import {
  CREATE_SCORE,
  CREATE_SCORES,
  SCORES_AT_ONCE,
  UPDATE_SCORE,
  UPDATE_SCORES,
} from './healthScoreDocuments';

/** A health score to record. */
export interface ManualScore {
  accountId: string;
  /** Id of the score that was set by hand on the same day already, which is changed; null where there is none. */
  standingId: string | null;
  score: number;
  comment: string;
}

/** What became of one score: the Id of its record, or why there is none. */
export interface ScoreOutcome {
  accountId: string;
  recordId: string | null;
  error: string | null;
}

/** The field that is unique, so that an account has one score by hand a day. */
const KEY_FIELD = 'CS_Key__c';
const OVERTAKEN = 'Someone else has just set its health, and that stands. Retry to replace it with yours.';

interface Way {
  one: GraphQlDocument;
  ten: GraphQlDocument;
  inputOf: (score: ManualScore) => object;
}

/**
 * Records health scores that a person sets, each in its account's history. A day has one: where it was set already
 * that day, that score is changed.
 *
 * @param today the day that it is for the user
 * @param onProgress told after each request how many are settled
 * @returns one outcome for each, in the order given
 */
export async function saveManualScores(
  scores: readonly ManualScore[],
  today: string,
  onProgress: (settled: number) => void,
): Promise<ScoreOutcome[]> {
  const create = {
    one: CREATE_SCORE,
    ten: CREATE_SCORES,
    inputOf: (score: ManualScore) => newScore(score, today),
  };
  const update = { one: UPDATE_SCORE, ten: UPDATE_SCORES, inputOf: changedScore };
  const outcomes = new Map<string, ScoreOutcome>();
  const settle = (settled: ScoreOutcome[]) => {
    for (const outcome of settled) outcomes.set(outcome.accountId, outcome);
    onProgress(outcomes.size);
  };
  await writeAll(
    scores.filter(({ standingId }) => standingId === null),
    create,
    settle,
  );
  await writeAll(
    scores.filter(({ standingId }) => standingId !== null),
    update,
    settle,
  );
  return scores.flatMap(({ accountId }) => outcomes.get(accountId) ?? []);
}

async function writeAll(
  scores: readonly ManualScore[],
  way: Way,
  settle: (settled: ScoreOutcome[]) => void,
): Promise<void> {
  let start = 0;
  while (start < scores.length) {
    const size = scores.length - start < SCORES_AT_ONCE ? 1 : SCORES_AT_ONCE;
    // One after another: the scores of one account lock it.
    // eslint-disable-next-line no-await-in-loop
    settle(await writeBatch(scores.slice(start, start + size), way));
    start += size;
  }
}

async function writeBatch(batch: readonly ManualScore[], way: Way): Promise<ScoreOutcome[]> {
  const query = batch.length === SCORES_AT_ONCE ? way.ten : way.one;
  const variables = Object.fromEntries(batch.map((score, index) => [`s${index}`, way.inputOf(score)]));
  const answer = await sendMutation(query, variables);
  return batch.map(({ accountId }, index) => {
    const recordId = answer.data?.uiapi?.[`s${index}`]?.Record?.Id ?? null;
    const error = refusalOf(`s${index}`, answer);
    return { accountId, recordId, error: error?.includes(KEY_FIELD) ? OVERTAKEN : error };
  });
}

function newScore({ accountId, score, comment }: ManualScore, today: string): object {
  return {
    CS_Health_Score__c: {
      CS_Account__c: accountId,
      CS_Score__c: score,
      CS_Scored_On__c: today,
      CS_Source__c: 'Manual',
      CS_Key__c: `${accountId}:${today}:Manual`,
      CS_Comment__c: comment,
    },
  };
}

function changedScore({ standingId, score, comment }: ManualScore): object {
  return { Id: standingId, CS_Health_Score__c: { CS_Score__c: score, CS_Comment__c: comment } };
}
