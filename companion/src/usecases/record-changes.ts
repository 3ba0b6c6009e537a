import { findAccountChanges, findBandChange, findConfigChange } from '../domain/account-changes.ts';
import type { AccountChange, AccountFacts } from '../domain/account-changes.ts';
import type { Explanation } from '../domain/explanation.ts';
import { calculatedBandOf } from '../domain/override.ts';
import { findOverrideChange } from '../domain/override-changes.ts';
import type { PlainRisk } from '../domain/risk-score.ts';
import type { OverrideSignal } from '../domain/signals.ts';
import { shortHash } from './hash.ts';
import type { PushIntent } from './ports.ts';

/** An account at two readings, as far as its changes go. */
export interface Turn {
  accountId: string;
  facts: { before: AccountFacts | null; now: AccountFacts };
  /** Null where nothing was scored before. */
  before: Explanation | null;
  now: Explanation;
  /** The band that was last set by hand, over or not. */
  lastOverride?: OverrideSignal | undefined;
  /** The present signals under the configuration of before, where that was another one. */
  byOldConfig: PlainRisk | null;
  at: string;
}

/**
 * Decides on a `CS_Account_Change__c` for everything that happened to an account since it was read last. Keyed by
 * account, type and time, and kept together with the reading it came from: a change is recorded once, whatever breaks.
 */
export function decideChanges(turn: Turn): PushIntent[] {
  const { accountId, facts, before, now, byOldConfig, at } = turn;
  const band = before && (findOverrideChange(before, now, turn.lastOverride) ?? findBandChange(before, now));
  const outcome = { score: now.score, band: calculatedBandOf(now) };
  const config =
    before && byOldConfig ? findConfigChange(versionsOf(before, now), byOldConfig, outcome) : null;
  const changes = [
    ...findAccountChanges(facts.before, facts.now),
    ...(config ? [config] : []),
    ...(band ? [band] : []),
  ];
  return changes.map((change) => toPush(accountId, change, at));
}

/** The names of the two versions; with their hashes where an admin changed values without a new name. */
function versionsOf(
  { config: from }: Explanation,
  { config: to }: Explanation,
): { from: string; to: string } {
  if (from.version !== to.version) return { from: from.version, to: to.version };
  return { from: `${from.version} (${from.hash})`, to: `${to.version} (${to.hash})` };
}

function toPush(accountId: string, { type, from, to, reason }: AccountChange, at: string): PushIntent {
  const fields = {
    CS_Type__c: type,
    CS_From__c: from,
    CS_To__c: to,
    CS_Changed_On__c: at,
    CS_Reason__c: reason,
  };
  return {
    object: 'CS_Account_Change__c',
    key: `${accountId}:${type}:${at}`,
    parentId: accountId,
    fields,
    hash: shortHash(fields),
  };
}
