import { daysBetween, type IsoDate } from '../domain/dates.ts';
import type { Health } from '../domain/health.ts';
import type { AccountSignals } from '../domain/signals.ts';
import { shortHash } from './hash.ts';
import type { PushIntent } from './ports.ts';

/** One calculated point of the health chart a week is enough to see a trend, and cheap to keep. */
const DAYS_BETWEEN_SCORES = 7;

/**
 * Decides on a Calculated `CS_Health_Score__c` for the health chart: once a week, and, on the day it was made, again
 * when the value has moved. Keyed by account and day, so that a day has one.
 */
export function decideHealthScore(signals: AccountSignals, health: Health, asOf: IsoDate): PushIntent | null {
  if (health.calculated === null) return null;
  const last = signals.healthScores
    .filter(({ source, on }) => source === 'Calculated' && on <= asOf)
    .reduce<{ on: IsoDate; score: number } | null>((a, b) => (a && a.on >= b.on ? a : b), null);
  const due = !last || daysBetween(last.on, asOf) >= DAYS_BETWEEN_SCORES;
  const moved = last !== null && last.on === asOf && last.score !== health.calculated;
  if (!due && !moved) return null;
  const fields = { CS_Score__c: health.calculated, CS_Scored_On__c: asOf, CS_Source__c: 'Calculated' };
  return {
    object: 'CS_Health_Score__c',
    key: `${signals.accountId}:${asOf}:Calculated`,
    parentId: signals.accountId,
    fields,
    hash: shortHash(fields),
  };
}
