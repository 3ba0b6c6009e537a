import { carryAlarms, type AccountFacts } from '../domain/account-changes.ts';
import { deriveAccountFields, findFieldChanges, SCORED_AT_FIELD } from '../domain/account-fields.ts';
import type { IsoDate } from '../domain/dates.ts';
import { explain, sayTheSame } from '../domain/explanation.ts';
import { readHealthTrend } from '../domain/health-trend.ts';
import { scoreRisk } from '../domain/score-risk.ts';
import type { ScoringConfig } from '../domain/scoring-config.ts';
import type { AccountSignals } from '../domain/signals.ts';
import { configOfTier } from '../domain/tier-config.ts';
import { readUsageFlags } from '../domain/usage-flags.ts';
import { configRefOf } from './config-ref.ts';
import { shortHash } from './hash.ts';
import type { HashedConfig, PushIntent, ScoreRecord, StoredAccount } from './ports.ts';
import { findPreviousBand } from './previous-band.ts';
import { decideChanges } from './record-changes.ts';
import { decideHealthScore } from './record-health-score.ts';

export interface ScoredAccount {
  account: StoredAccount;
  /** Null when the account was scored before with the same outcome: then nothing is recorded. */
  score: ScoreRecord | null;
  pushes: PushIntent[];
}

/** What was known of an account when it was scored last. */
export interface Before {
  signals: AccountSignals;
  facts: AccountFacts | null;
  /** The configuration of that score, where it was another one. */
  config: ScoringConfig | null;
}

/** Scores one account from its signals, and decides what to record and what to write to the org. */
export function scoreAccount(
  account: StoredAccount,
  config: HashedConfig,
  when: { asOf: IsoDate; scoredAt: string },
  before: Before | null,
): ScoredAccount {
  const { accountId, lastScore } = account;
  const inputs: AccountSignals = {
    ...account.signals,
    previousBand: findPreviousBand(account, when.asOf),
  };
  const own = configOfTier(config.body, inputs.tier);
  const risk = scoreRisk(inputs, config.body, when.asOf);
  const trend = readHealthTrend(inputs, risk.health, own, when.asOf);
  const byOldConfig = before?.config ? scoreRisk(inputs, before.config, when.asOf) : null;
  const past = lastScore && before ? { explanation: lastScore, signals: before.signals, byOldConfig } : null;
  const fresh = explain(risk, trend, inputs, when, configRefOf(config), past);
  const unchanged = lastScore !== null && sayTheSame(fresh, lastScore);
  const explanation = unchanged ? lastScore : fresh;

  const derived = deriveAccountFields(inputs, own, explanation, when.asOf);
  // The field says when the score was made last, the explanation when it last said something new.
  const wanted = { ...derived, ...account.mirrored?.fields, [SCORED_AT_FIELD]: when.scoredAt };
  const fields = findFieldChanges(wanted, account.current, own.bands.validDays?.value);
  const accountPush: PushIntent[] =
    Object.keys(fields).length === 0
      ? []
      : [{ object: 'Account', key: accountId, parentId: accountId, fields, hash: shortHash(fields) }];
  const healthPush = decideHealthScore(inputs, risk.health, when.asOf);
  const facts = factsOf(account, own, when.asOf, before?.facts ?? null);
  const changes = facts
    ? decideChanges({
        accountId,
        facts: { before: before?.facts ?? null, now: facts },
        before: lastScore,
        now: explanation,
        lastOverride: inputs.override,
        byOldConfig,
        at: when.scoredAt,
      })
    : [];
  return {
    account: { ...account, facts, lastScore: explanation },
    score: unchanged
      ? null
      : {
          accountId,
          asOf: when.asOf,
          scoredAt: when.scoredAt,
          configHash: config.hash,
          inputs,
          result: fresh,
        },
    pushes: [...accountPush, ...(healthPush ? [healthPush] : []), ...changes],
  };
}

/** What is known of the account now, its usage alarms with it. */
function factsOf(
  { facts, signals }: StoredAccount,
  config: ScoringConfig,
  asOf: IsoDate,
  before: AccountFacts | null,
): AccountFacts | null {
  if (!facts) return null;
  const { low, down } = readUsageFlags(signals, config, asOf);
  return carryAlarms(before, { ...facts, lowUsage: low, usageDown: down });
}
