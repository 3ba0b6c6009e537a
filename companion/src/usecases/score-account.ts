import { deriveAccountFields, findFieldChanges } from '../domain/account-fields.ts';
import type { IsoDate } from '../domain/dates.ts';
import { explain, sayTheSame } from '../domain/explanation.ts';
import { readHealthTrend } from '../domain/health-trend.ts';
import { scoreRisk } from '../domain/score-risk.ts';
import type { ScoringConfig } from '../domain/scoring-config.ts';
import { shortHash } from './hash.ts';
import type { PushIntent, ScoreRecord, StoredAccount } from './ports.ts';
import { decideHealthScore } from './record-health-score.ts';

/** A configuration with its hash, worked out once. */
export interface HashedConfig {
  body: ScoringConfig;
  hash: string;
}

export interface ScoredAccount {
  account: StoredAccount;
  /** Null when the account was scored before with the same outcome: then nothing is recorded. */
  score: ScoreRecord | null;
  pushes: PushIntent[];
}

/** Scores one account from its signals, and decides what to record and what to write to the org. */
export function scoreAccount(
  account: StoredAccount,
  config: HashedConfig,
  when: { asOf: IsoDate; scoredAt: string },
): ScoredAccount {
  const risk = scoreRisk(account.signals, config.body, when.asOf);
  const trend = readHealthTrend(account.signals, risk.health, config.body, when.asOf);
  const configName = { version: config.body.version, hash: config.hash };
  const fresh = explain(risk, trend, when, configName, account.lastScore);
  const unchanged = account.lastScore !== null && sayTheSame(fresh, account.lastScore);
  const explanation = unchanged && account.lastScore ? account.lastScore : fresh;

  const wanted = deriveAccountFields(account.signals, config.body, explanation, when.asOf);
  const fields = findFieldChanges(wanted, account.current);
  const { accountId } = account;
  const accountPush: PushIntent[] =
    Object.keys(fields).length === 0
      ? []
      : [{ object: 'Account', key: accountId, parentId: accountId, fields, hash: shortHash(fields) }];
  const healthPush = decideHealthScore(account.signals, risk.health, when.asOf);
  return {
    account: { ...account, lastScore: explanation },
    score: unchanged
      ? null
      : {
          accountId,
          asOf: when.asOf,
          scoredAt: when.scoredAt,
          configHash: config.hash,
          inputs: account.signals,
          result: fresh,
        },
    pushes: healthPush ? [...accountPush, healthPush] : accountPush,
  };
}
