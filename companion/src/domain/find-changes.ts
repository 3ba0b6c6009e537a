import type { Cause } from './cause.ts';
import type { IsoDate } from './dates.ts';
import { FACTOR_LABELS, FACTORS, type Factor } from './factors.ts';
import { EVENTS } from './find-events.ts';
import type { Contribution, PlainRisk } from './risk-score.ts';
import type { AccountSignals } from './signals.ts';

/** A factor that moved since the previous score, in points of risk, and why. */
export interface Change {
  factor: Factor;
  label: string;
  delta: number;
  cause: Cause;
}

/** A score at one of two times, with what it was made of. */
export interface Scored {
  risk: PlainRisk;
  signals: AccountSignals;
}

const MAX_RECORDS = 5;

/**
 * What moved between two scores and why, the biggest first; a factor that appeared or vanished counts from or to 0.
 *
 * @param byOldConfig the present signals under the configuration of the score before, where that was another one
 */
export function findChanges(
  before: Scored,
  now: Scored,
  asOf: IsoDate,
  byOldConfig: PlainRisk | null,
): Change[] {
  return FACTORS.map((factor) => {
    const delta = Math.round((pointsOf(now.risk, factor) - pointsOf(before.risk, factor)) * 10) / 10;
    return { factor, label: FACTOR_LABELS[factor], delta };
  })
    .filter(({ delta }) => delta !== 0)
    .sort(
      (a, b) =>
        Math.abs(b.delta) - Math.abs(a.delta) || FACTORS.indexOf(a.factor) - FACTORS.indexOf(b.factor),
    )
    .map((moved) => ({ ...moved, cause: findCause(moved, before, now, asOf, byOldConfig) }));
}

function findCause(
  { factor, delta }: { factor: Factor; delta: number },
  before: Scored,
  now: Scored,
  asOf: IsoDate,
  byOldConfig: PlainRisk | null,
): Cause {
  const ofConfig = byOldConfig ? pointsOf(now.risk, factor) - pointsOf(byOldConfig, factor) : 0;
  if (byOldConfig && Math.abs(ofConfig) * 2 >= Math.abs(delta)) {
    return { kind: 'configuration', text: 'The scoring configuration changed', records: [] };
  }
  const events = EVENTS[factor]({ before: before.signals, now: now.signals, asOf });
  if (events.length > 0) return together(events);
  const was = find(before.risk, factor);
  const is = find(now.risk, factor);
  const isSameReading = was?.measure === is?.measure && was?.detail === is?.detail;
  if (factor === 'momentum' && !isSameReading) return healthCause(before.risk, now.risk);
  if (!isSameReading)
    return { kind: 'time', text: is ? `Time passed: ${is.detail}` : 'Time passed', records: [] };
  return weightsCause(before.risk, now.risk);
}

function together(events: Cause[]): Cause {
  const [first, ...others] = events;
  const text = `${first?.text ?? ''}${others.length === 0 ? '' : `, and ${others.length} more`}`;
  return { kind: 'signal', text, records: events.flatMap(({ records }) => records).slice(0, MAX_RECORDS) };
}

function healthCause(before: PlainRisk, now: PlainRisk): Cause {
  const [was, is] = [before.health.value, now.health.value];
  if (was === is || was === null || is === null) {
    return { kind: 'time', text: 'Time passed over the health scores of the last months', records: [] };
  }
  return { kind: 'signal', text: `Health went from ${was} to ${is}`, records: [] };
}

/** The reading is as it was, and yet it counts for more or less: something else is known, or is not any more. */
function weightsCause(before: PlainRisk, now: PlainRisk): Cause {
  const names = ({ missing }: PlainRisk) => new Set(missing.map(({ label }) => label));
  const [was, is] = [names(before), names(now)];
  const lost = [...is].filter((label) => !was.has(label));
  const won = [...was].filter((label) => !is.has(label));
  const parts = [
    ...(lost.length > 0 ? [`${lost.join(' and ')} cannot be told any more`] : []),
    ...(won.length > 0 ? [`${won.join(' and ')} can be told now`] : []),
  ];
  if (parts.length > 0)
    return { kind: 'weights', text: `Its weight changed: ${parts.join(', ')}`, records: [] };
  return { kind: 'rounding', text: 'Rounded with the rest', records: [] };
}

const find = (risk: PlainRisk, factor: Factor): Contribution | undefined =>
  risk.contributions.find((each) => each.factor === factor);

const pointsOf = (risk: PlainRisk, factor: Factor): number => find(risk, factor)?.points ?? 0;
