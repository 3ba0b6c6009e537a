import { explainNumbers, type ExplainedNumber } from '../domain/explain-numbers.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { AccountSignals } from '../domain/signals.ts';
import type { KeptScore, ScoreHistoryStore } from './query-ports.ts';

/** An account's numbers taken apart, with what they were made from. */
export interface AccountExplanation {
  asOf: IsoDate;
  scoredAt: string;
  config: { version: string; hash: string };
  numbers: ExplainedNumber[];
  changes: KeptScore['result']['changes'];
  missing: KeptScore['result']['missing'];
  inputs: AccountSignals;
}

/** Takes apart the numbers that stood on a day; null when there was no score, or its configuration is gone. */
export async function explainAccount(
  orgId: string,
  accountId: string,
  day: IsoDate,
  store: Pick<ScoreHistoryStore, 'findScoreOn' | 'findConfig'>,
): Promise<AccountExplanation | null> {
  const kept = await store.findScoreOn(orgId, accountId, day);
  const config = kept && (await store.findConfig(orgId, kept.configHash));
  if (!kept || !config) return null;
  const { asOf, scoredAt, configHash, inputs, result } = kept;
  return {
    asOf,
    scoredAt,
    config: { version: config.version, hash: configHash },
    numbers: explainNumbers({ signals: inputs, config, explanation: result, asOf }),
    changes: result.changes,
    missing: result.missing,
    inputs,
  };
}
