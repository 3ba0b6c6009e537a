import { isCustomer } from 'c/csAccountFilter';
import type { AccountFilter } from 'c/csAccountFilter';
import { addDays } from 'c/csFormat';
import { earlierOf } from 'c/csExecutiveMeasures';
import type { Segment } from 'c/csExecutiveMeasures';
import type { OpenAlert } from './csExecutiveAlertsQuery';

type Severity = 'High' | 'Medium' | 'Low';

/** The open alerts of one account. */
export interface AccountAlerts {
  accountId: string;
  accountName: string;
  alerts: number;
  bySeverity: Readonly<Record<Severity, number>>;
  /** When the oldest was raised. */
  since: string | null;
}

/** The alerts that were open at the end of a day (UTC, as the companion counts), of customers of a segment. */
export function alertsOf(segment: Segment, asOf: string, isLatest: boolean): AccountFilter {
  const end = `${addDays(asOf, 1)}T00:00:00Z`;
  const unresolved = { CS_Resolved_On__c: { eq: null } };
  const open = isLatest ? unresolved : { or: [unresolved, { CS_Resolved_On__c: { gte: { value: end } } }] };
  const ofCustomers = isLatest ? { CS_Account__r: isCustomer() } : undefined;
  return earlierOf(segment, ofCustomers, { CS_Raised_On__c: { lt: { value: end } } }, open);
}

/** The accounts with their alerts, the most severe first, then the most. */
export function byAccount(alerts: readonly OpenAlert[]): AccountAlerts[] {
  const accounts = new Map<string, OpenAlert[]>();
  for (const alert of alerts)
    accounts.set(alert.accountId, [...(accounts.get(alert.accountId) ?? []), alert]);
  return [...accounts]
    .map(([accountId, given]) => ({
      accountId,
      accountName: given[0]?.accountName ?? '',
      alerts: given.length,
      bySeverity: countSeverities(given),
      since: given.flatMap(({ raisedOn }) => raisedOn ?? []).sort()[0] ?? null,
    }))
    .sort(
      (a, b) =>
        b.bySeverity.High - a.bySeverity.High ||
        b.alerts - a.alerts ||
        a.accountName.localeCompare(b.accountName),
    );
}

function countSeverities(alerts: readonly OpenAlert[]): AccountAlerts['bySeverity'] {
  const count = (severity: Severity) => alerts.filter((alert) => alert.severity === severity).length;
  return { High: count('High'), Medium: count('Medium'), Low: count('Low') };
}
