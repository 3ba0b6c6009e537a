import { addDays, countOf, daysBetween, formatDay } from 'c/csFormat';

/** From this many days ahead a planned touchpoint is no longer imminent. */
const SOON_DAYS = 7;

/** Days allowed between touchpoints by tier, and for an account without one, as the formula of Touch Due has them. */
const TIER_CADENCE_DAYS: Readonly<Record<string, number>> = {
  Strategic: 14,
  Enterprise: 30,
  Growth: 45,
  Scale: 90,
};
const DEFAULT_CADENCE_DAYS = 30;

/** When an account is to be touched; days as `YYYY-MM-DD`. */
export interface TouchDue {
  /** The day that a CSM planned. */
  next: string | null;
  /** The planned day, or where none is planned the last touchpoint plus the cadence; null where neither is known. */
  due: string | null;
}

/** The badge beside the next touchpoint, and why it says so where that is not obvious. */
export interface TouchBadge {
  label: string;
  theme: string;
  /** Empty while the badge speaks for itself. */
  reason: string;
}

/** A day to plan with one click. */
export interface Shortcut {
  label: string;
  day: string;
}

/**
 * What the day `today` makes of a touchpoint. An account without a plan counts as overdue once its cadence is
 * exceeded; until then nothing is planned, and the reason says when the cadence asks for a touchpoint.
 */
export function touchBadge({ next, due }: TouchDue, today: string): TouchBadge {
  if (next) return plannedBadge(daysBetween(today, next));
  const days = due ? daysBetween(today, due) : 0;
  if (due && days < 0) return { ...plannedBadge(days), reason: 'None planned, past its cadence' };
  const reason = due ? `Due by cadence ${inDays(days)}` : 'No touchpoint on record';
  return { label: 'None planned', theme: 'slds-badge slds-badge_lightest', reason };
}

/**
 * Days allowed between two touchpoints: the account's own, else those of its tier.
 *
 * @param tunedDays those of its tier where an admin tuned them, which the companion writes into the account
 */
export function cadenceOf(
  ownDays: number | null,
  tier: string | null,
  tunedDays: number | null = null,
): number {
  return ownDays ?? tunedDays ?? TIER_CADENCE_DAYS[tier ?? ''] ?? DEFAULT_CADENCE_DAYS;
}

/**
 * Days to plan with one click: tomorrow, in a week, and when the cadence asks for the next touchpoint.
 *
 * @param last day of the last touchpoint; null where none is on record
 * @param cadenceDays days allowed between two touchpoints
 * @param today the day that it is for the user
 */
export function touchShortcuts(last: string | null, cadenceDays: number, today: string): Shortcut[] {
  const shortcuts = [
    { label: 'Tomorrow', day: addDays(today, 1) },
    { label: 'In a week', day: addDays(today, 7) },
  ];
  const due = last ? addDays(last, cadenceDays) : '';
  return due > today ? [...shortcuts, { label: `By cadence (${formatDay(due)})`, day: due }] : shortcuts;
}

/** What to ask once a call is over, with the day that the cadence asks for: it starts anew with the call. */
export function nextAfterCall(
  name: string,
  cadenceDays: number,
  today: string,
): { heading: string; day: string; shortcuts: Shortcut[] } {
  return {
    heading: `When will you be in touch with ${name} next?`,
    day: addDays(today, cadenceDays),
    shortcuts: touchShortcuts(today, cadenceDays, today),
  };
}

function plannedBadge(days: number): TouchBadge {
  if (days < 0) return badge(`Overdue by ${countOf(-days, 'day')}`, 'slds-theme_error');
  if (days === 0) return badge('Today', 'slds-theme_warning');
  return badge(`In ${countOf(days, 'day')}`, days <= SOON_DAYS ? 'slds-theme_success' : '');
}

function badge(label: string, theme: string): TouchBadge {
  return { label, theme: `slds-badge ${theme}`.trim(), reason: '' };
}

function inDays(days: number): string {
  return days === 0 ? 'today' : `in ${countOf(days, 'day')}`;
}
