import { addDays, countOf, daysBetween, formatDay } from 'c/csFormat';
import { cadenceOf, touchBadge } from 'c/csTouchDue';
import type { TouchBadge } from 'c/csTouchDue';

/** What the account says about touchpoints; days as `YYYY-MM-DD`. */
export interface Touchpoints {
  next: string | null;
  /** The planned day, or without one the last touchpoint plus the cadence. */
  due: string | null;
  last: string | null;
  /** The account's own cadence; null for that of its tier. */
  cadenceDays: number | null;
  /** The cadence of its tier where an admin tuned it; null where it is as shipped. */
  tunedDays?: number | null;
  tier: string | null;
}

/** Everything that the card shows, as text. */
export interface TouchpointView {
  next: string;
  badge: TouchBadge;
  last: string;
  cadence: string;
}

/** What the card shows on the day `today`. */
export function viewTouchpoints(touchpoints: Touchpoints, today: string): TouchpointView {
  const { next, last } = touchpoints;
  return {
    next: next ? formatDay(next) : 'No date set',
    badge: touchBadge(touchpoints, today),
    last: last ? `${formatDay(last)} (${ago(daysBetween(last, today))})` : 'None recorded',
    cadence: describeCadence(touchpoints, today),
  };
}

function describeCadence({ last, cadenceDays, tunedDays, tier }: Touchpoints, today: string): string {
  const days = cadenceOf(cadenceDays, tier, tunedDays ?? null);
  const every = `Every ${countOf(days, 'day')}${cadenceDays === null ? ', the default of the tier' : ''}`;
  const late = last ? daysBetween(addDays(last, days), today) : 0;
  return late > 0 ? `${every}, exceeded by ${countOf(late, 'day')}` : every;
}

function ago(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  return days > 0 ? `${countOf(days, 'day')} ago` : `in ${countOf(-days, 'day')}`;
}
