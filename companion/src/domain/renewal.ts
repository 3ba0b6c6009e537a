import { countDays, daysBetween, type IsoDate } from './dates.ts';
import { known, share, unknown, type Reading } from './measure.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals } from './signals.ts';

/** Closeness of the renewal as a reading of risk: 0 at `farDays`, 100 from `nearDays` on and when it is past. */
export function readRenewal(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): Reading {
  if (signals.renewalDate === null) return unknown('No renewal date is set');
  const days = daysBetween(asOf, signals.renewalDate);
  const { farDays, nearDays } = config.renewal;
  const detail =
    days === 0
      ? 'Renewal today'
      : days > 0
        ? `Renewal in ${countDays(days)}`
        : `Renewal was ${countDays(-days)} ago`;
  return known(100 * share(days, farDays.value, nearDays.value), detail);
}
