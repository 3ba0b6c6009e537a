import { refusalOf, sendMutation } from 'c/csMutation';
import { CREATE_SCORE, CREATE_SCORES, SCORES_AT_ONCE } from './healthScoreDocuments';

/** A health score to record. */
export interface ManualScore {
  accountId: string;
  score: number;
  comment: string;
}

/** What became of one score: the Id of its record, or why there is none. */
export interface ScoreOutcome {
  accountId: string;
  recordId: string | null;
  error: string | null;
}

/**
 * Records health scores that a person sets, each as a record of the account's history.
 *
 * @param today the day that it is for the user
 * @param onProgress told after each request how many are settled
 */
export async function createManualScores(
  scores: readonly ManualScore[],
  today: string,
  onProgress: (settled: number) => void,
): Promise<ScoreOutcome[]> {
  const outcomes: ScoreOutcome[] = [];
  while (outcomes.length < scores.length) {
    const left = scores.length - outcomes.length;
    const batch = scores.slice(
      outcomes.length,
      outcomes.length + (left < SCORES_AT_ONCE ? 1 : SCORES_AT_ONCE),
    );
    // One after another: the scores of one account lock it.
    // eslint-disable-next-line no-await-in-loop
    outcomes.push(...(await createBatch(batch, today)));
    onProgress(outcomes.length);
  }
  return outcomes;
}

async function createBatch(batch: readonly ManualScore[], today: string): Promise<ScoreOutcome[]> {
  const query = batch.length === SCORES_AT_ONCE ? CREATE_SCORES : CREATE_SCORE;
  const variables = Object.fromEntries(batch.map((score, index) => [`s${index}`, inputOf(score, today)]));
  const answer = await sendMutation(query, variables);
  return batch.map(({ accountId }, index) => {
    const recordId = answer.data?.uiapi?.[`s${index}`]?.Record?.Id ?? null;
    return { accountId, recordId, error: refusalOf(`s${index}`, answer) };
  });
}

function inputOf({ accountId, score, comment }: ManualScore, today: string): object {
  return {
    CS_Health_Score__c: {
      CS_Account__c: accountId,
      CS_Score__c: score,
      CS_Scored_On__c: today,
      CS_Source__c: 'Manual',
      CS_Comment__c: comment,
    },
  };
}
