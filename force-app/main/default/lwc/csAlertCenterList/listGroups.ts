import { SEVERITIES } from 'c/csAlertRecord';
import type { Alert, AlertState } from 'c/csAlertRecord';
import { dayOf, daysBetween } from 'c/csFormat';

/** How a list is ordered and divided. */
export type Grouping = 'severity' | 'day';

/** Alerts under one heading. */
export interface AlertGroup {
  heading: string;
  alerts: Alert[];
}

/** The alerts under their headings, each group and the alerts in it in the order in which the org is asked for them. */
export function groupsOf(
  alerts: readonly Alert[],
  grouping: Grouping,
  view: AlertState,
  today: string,
): AlertGroup[] {
  const groups: AlertGroup[] = [];
  for (const alert of [...alerts].sort(comparing(grouping, view))) {
    const heading = headingOf(alert, grouping, view, today);
    const last = groups.at(-1);
    if (last?.heading === heading) last.alerts.push(alert);
    else groups.push({ heading, alerts: [alert] });
  }
  return groups;
}

function headingOf(alert: Alert, grouping: Grouping, view: AlertState, today: string): string {
  if (grouping === 'severity') return `${alert.severity || 'No'} severity`;
  const days = daysBetween(dayOf(new Date(momentOf(alert, view))), today);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days <= 7) return 'Last 7 days';
  return days <= 30 ? 'Last 30 days' : 'Older';
}

/** What counts for the order: of a resolved alert when it was resolved. */
function momentOf({ raisedAt, resolvedAt }: Alert, view: AlertState): string {
  return view === 'resolved' ? (resolvedAt ?? raisedAt) : raisedAt;
}

function comparing(grouping: Grouping, view: AlertState): (a: Alert, b: Alert) => number {
  return (a, b) =>
    (grouping === 'severity' ? rankOf(a.severity) - rankOf(b.severity) : 0) ||
    Date.parse(momentOf(b, view)) - Date.parse(momentOf(a, view)) ||
    b.id.localeCompare(a.id);
}

function rankOf(severity: string): number {
  const rank = SEVERITIES.findIndex(({ value }) => value === severity);
  return rank < 0 ? SEVERITIES.length : rank;
}
