import { explainFamily } from '../domain/explain-family.ts';
import { tellFamily } from '../domain/family-fields.ts';
import type { FamilyRisk } from '../domain/roll-up-family.ts';
import type { FamilyStore } from './family-ports.ts';
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
  /** The family that stood on the day; null for an account without one. Its numbers are among the others. */
  family: ExplainedFamily | null;
}

/** A family risk, with when and by which configuration it was made. */
export interface ExplainedFamily extends Omit<FamilyRisk, 'parts' | 'isTooLarge'> {
  reason: string;
  asOf: IsoDate;
  config: { version: string; hash: string };
}

/** Takes apart the numbers that stood on a day; null when there was no score, or its configuration is gone. */
export async function explainAccount(
  orgId: string,
  accountId: string,
  day: IsoDate,
  store: Pick<ScoreHistoryStore, 'findScoreOn' | 'findConfig'> & Pick<FamilyStore, 'findFamilyScoreOn'>,
): Promise<AccountExplanation | null> {
  const kept = await store.findScoreOn(orgId, accountId, day);
  const config = kept && (await store.findConfig(orgId, kept.configHash));
  if (!kept || !config) return null;
  const { asOf, scoredAt, configHash, inputs, result } = kept;
  const family = await readFamily(orgId, accountId, day, store);
  return {
    asOf,
    scoredAt,
    config: { version: config.version, hash: configHash },
    numbers: [
      ...explainNumbers({ signals: inputs, config, explanation: result, asOf }),
      ...(family?.numbers ?? []),
    ],
    changes: result.changes,
    missing: result.missing,
    inputs,
    family: family?.explained ?? null,
  };
}

async function readFamily(
  orgId: string,
  accountId: string,
  day: IsoDate,
  store: Pick<ScoreHistoryStore, 'findConfig'> & Pick<FamilyStore, 'findFamilyScoreOn'>,
): Promise<{ explained: ExplainedFamily; numbers: ExplainedNumber[] } | null> {
  const kept = await store.findFamilyScoreOn(orgId, accountId, day);
  const config = kept && (await store.findConfig(orgId, kept.configHash));
  if (!kept?.result || !config) return null;
  const { asOf, configHash, result } = kept;
  const { parts: _parts, isTooLarge: _isTooLarge, ...told } = result;
  const made = { asOf, config: { version: config.version, hash: configHash } };
  return {
    explained: { ...told, reason: tellFamily(result), ...made },
    numbers: explainFamily(result, config),
  };
}
