import { addDays, countOf, daysBetween, formatDay } from 'c/csFormat';

/** From this many days ahead a planned touchpoint is no longer imminent. */
const SOON_DAYS = 7;

/** What the account says about touchpoints; days as `YYYY-MM-DD`. */
export interface Touchpoints {
  next: string | null;
  last: string | null;
  cadenceDays: number | null;
}

/** The badge beside the next touchpoint. */
export interface TouchpointBadge {
  label: string;
  theme: string;
}

/** Everything that the card shows, as text. */
export interface TouchpointView {
  next: string;
  badge: TouchpointBadge;
  last: string;
  cadence: string;
}

/** A day to plan with one click. */
export interface Shortcut {
  label: string;
  day: string;
}

/** What the card shows on the day `today`. */
export function viewTouchpoints(touchpoints: Touchpoints, today: string): TouchpointView {
  const { next, last, cadenceDays } = touchpoints;
  return {
    next: next ? formatDay(next) : 'No date set',
    badge: badgeFor(next, today),
    last: last ? `${formatDay(last)} (${ago(daysBetween(last, today))})` : 'None recorded',
    cadence: cadenceDays ? describeCadence(touchpoints, today) : 'The default of the tier',
  };
}

/** Days to plan with one click: tomorrow, in a week, and when the cadence asks for it, in that order. */
export function shortcutsFor({ last, cadenceDays }: Touchpoints, today: string): Shortcut[] {
  const shortcuts = [
    { label: 'Tomorrow', day: addDays(today, 1) },
    { label: 'In a week', day: addDays(today, 7) },
  ];
  const due = last && cadenceDays ? addDays(last, cadenceDays) : '';
  return due > today ? [...shortcuts, { label: `By cadence (${formatDay(due)})`, day: due }] : shortcuts;
}

function badgeFor(next: string | null, today: string): TouchpointBadge {
  if (!next) return { label: 'None planned', theme: 'slds-badge slds-badge_lightest' };
  const days = daysBetween(today, next);
  if (days < 0) return { label: `Overdue by ${countOf(-days, 'day')}`, theme: 'slds-badge slds-theme_error' };
  if (days === 0) return { label: 'Today', theme: 'slds-badge slds-theme_warning' };
  const theme = days <= SOON_DAYS ? 'slds-badge slds-theme_success' : 'slds-badge';
  return { label: `In ${countOf(days, 'day')}`, theme };
}

function describeCadence({ last, cadenceDays }: Touchpoints, today: string): string {
  const every = `Every ${countOf(cadenceDays ?? 0, 'day')}`;
  if (!last || !cadenceDays) return every;
  const late = daysBetween(addDays(last, cadenceDays), today);
  return late > 0 ? `${every}, exceeded by ${countOf(late, 'day')}` : every;
}

function ago(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  return days > 0 ? `${countOf(days, 'day')} ago` : `in ${countOf(-days, 'day')}`;
}
