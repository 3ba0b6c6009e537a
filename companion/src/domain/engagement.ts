import { countDays, daysBetween, type IsoDate } from './dates.ts';
import { known, share, unknown, type Reading } from './measure.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals, ActivitySignal } from './signals.ts';

/** The last touchpoint up to a day: a completed task, a note of a talk, or an event that has taken place. */
export function findLastTouchpoint(signals: AccountSignals, asOf: IsoDate): ActivitySignal | null {
  const past = signals.activities.filter((each) => each.kind !== 'open' && each.on <= asOf);
  return past.reduce<ActivitySignal | null>((last, each) => {
    if (!last || each.on > last.on) return each;
    return each.on === last.on && each.id > last.id ? each : last;
  }, null);
}

/** The next touchpoint after a day: what a person planned on the account, a coming event, or an open task. */
export function findNextTouchpoint(signals: AccountSignals, asOf: IsoDate): IsoDate | null {
  const coming = signals.activities.filter((each) => each.kind !== 'done').map((each) => each.on);
  const all = [...coming, ...(signals.nextScheduled ? [signals.nextScheduled] : [])].filter(
    (on) => on > asOf,
  );
  return all.length === 0 ? null : all.reduce((a, b) => (a < b ? a : b));
}

/** Days allowed between touchpoints: the account's own, else its tier's, else the default. */
export function findCadence(
  { cadenceDays, tier }: Pick<AccountSignals, 'cadenceDays' | 'tier'>,
  config: Pick<ScoringConfig, 'cadenceDays'>,
): number {
  if (cadenceDays !== null && cadenceDays > 0) return cadenceDays;
  const ofTier = tier === null ? undefined : config.cadenceDays.byTier[tier];
  return (ofTier ?? config.cadenceDays.otherwise).value;
}

/**
 * Engagement: 100 on the day of a touchpoint, `atCadence` when the next is due, 0 after `lostAfterCadences`; a little
 * more when the next one is in the calendar within the cadence.
 */
export function measureEngagement(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): Reading {
  const last = findLastTouchpoint(signals, asOf);
  if (!last) return unknown('No touchpoint has been recorded');
  const { atCadence, lostAfterCadences, scheduledBonus } = config.engagement;
  const cadence = findCadence(signals, config);
  const age = daysBetween(last.on, asOf);
  const due = age / cadence;
  const base =
    due <= 1
      ? 100 - (100 - atCadence.value) * due
      : atCadence.value * (1 - share(due, 1, lostAfterCadences.value));
  const next = findNextTouchpoint(signals, asOf);
  const planned = next !== null && daysBetween(asOf, next) <= cadence;
  const record = { object: last.object, id: last.id, label: last.label };
  const detail =
    age === 0 ? 'Last touchpoint today' : `Last touchpoint ${countDays(age)} ago, due every ${cadence}`;
  return known(base + (planned ? scheduledBonus.value : 0), detail, [record]);
}
