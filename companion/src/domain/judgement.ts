import { countDays, daysBetween, type IsoDate } from './dates.ts';
import { known, unknown, type Reading } from './measure.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals } from './signals.ts';

/** A health that a person set. `recordId` is null when it was typed straight into the account. */
export interface ManualHealth {
  value: number;
  on: IsoDate;
  recordId: string | null;
  /** The org's own field that it stands in. Absent for what was set in Tenure. */
  source?: string;
}

/**
 * The last health that a person set, while it is valid; of one day the later record counts. One in a field of the org's
 * own that is mapped counts before all others, and does not grow old: it is the org's one truth.
 */
export function findManualHealth(
  signals: AccountSignals,
  config: ScoringConfig,
  asOf: IsoDate,
): ManualHealth | null {
  const entered = signals.enteredHealth;
  if (entered?.source !== undefined && entered.on <= asOf) return { ...entered, recordId: null };
  const candidates = signals.healthScores
    .filter((score) => score.source === 'Manual')
    .map((score) => ({
      value: score.score,
      on: score.on,
      recordId: score.id as string | null,
      at: score.createdAt,
    }));
  if (entered && entered.source === undefined) candidates.push({ ...entered, recordId: null, at: '' });
  const last = candidates
    .filter((each) => each.on <= asOf && daysBetween(each.on, asOf) <= config.judgementValidDays.value)
    .sort((a, b) => compare(a.on, b.on) || compare(a.at, b.at) || compare(a.recordId ?? '', b.recordId ?? ''))
    .at(-1);
  return last ? { value: last.value, on: last.on, recordId: last.recordId } : null;
}

/** Judgement: the health that a CSM set by hand, as it stands, while it is valid. */
export function measureJudgement(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): Reading {
  const manual = findManualHealth(signals, config, asOf);
  if (!manual)
    return unknown(`No health was set by hand in the last ${config.judgementValidDays.value} days`);
  if (manual.source !== undefined)
    return known(manual.value, `Health is ${manual.value} in ${manual.source}`);
  const age = daysBetween(manual.on, asOf);
  const when = age === 0 ? 'today' : `${countDays(age)} ago`;
  const records =
    manual.recordId === null
      ? []
      : [{ object: 'CS_Health_Score__c', id: manual.recordId, label: `Health ${manual.value}` }];
  return known(manual.value, `Health set to ${manual.value} by hand ${when}`, records);
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
