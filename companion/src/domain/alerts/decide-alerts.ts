import { isOpen, type Alert } from './alert.ts';
import type { AlertAccount, AlertCause, FoundCauses } from './alert-account.ts';
import { settleDaysOf, type AlertRule } from './alert-rule.ts';

const DAY_MS = 86_400_000;

/** One rule on one account, at a moment. */
export interface Situation {
  rule: AlertRule;
  account: Pick<AlertAccount, 'accountId'>;
  causes: FoundCauses;
  /** Alerts of this rule and account: those whose cause lasts, and all that were raised today. */
  known: readonly Alert[];
  /** ISO 8601. */
  now: string;
  /** Whether the rule is new, so that what it finds was so before. */
  isNew: boolean;
}

/** What comes of a situation. An alert is in at most one of the lists. */
export interface AlertDecisions {
  /** Still without a recipient. */
  raised: Alert[];
  /** Changed only in how long the cause has been away. */
  noted: Alert[];
  /** Their cause is gone; those that a person resolved before stay as that person left them. */
  ended: Alert[];
}

/**
 * Compares what a rule finds with the alerts that it raised. A cause that appears raises one alert; while it lasts there
 * is no other, even when a person resolved that one; and one that stays away for the settling days ends it.
 */
export function decideAlerts({ rule, account, causes, known, now, isNew }: Situation): AlertDecisions {
  const decisions: AlertDecisions = { raised: [], noted: [], ended: [] };
  if (causes === null) return decisions;
  const lasting = known.filter((alert) => alert.lasting);
  for (const cause of causes) {
    const alert = lasting.find(({ recordId }) => recordId === cause.recordId);
    if (!alert) decisions.raised.push(raise(cause, { rule, account, known, now, isNew }));
    else if (alert.goneSince !== null) decisions.noted.push({ ...alert, goneSince: null });
  }
  const present = new Set(causes.map(({ recordId }) => recordId));
  for (const alert of lasting.filter(({ recordId }) => !present.has(recordId))) {
    const goneSince = alert.goneSince ?? now;
    const isSettled = Date.parse(now) - Date.parse(goneSince) >= settleDaysOf(rule.type) * DAY_MS;
    if (isSettled) decisions.ended.push(end(alert, now));
    else if (alert.goneSince === null) decisions.noted.push({ ...alert, goneSince });
  }
  return decisions;
}

function raise(
  { recordId, message, records }: AlertCause,
  { rule, account: { accountId }, known, now, isNew }: Omit<Situation, 'causes'>,
): Alert {
  const { ruleId, type, severity } = rule;
  const stem = `${ruleId}:${accountId}:${recordId}:${now.slice(0, 10)}`;
  const today = known.filter(({ key }) => key === stem || key.startsWith(`${stem}:`)).length;
  return {
    key: today === 0 ? stem : `${stem}:${today + 1}`,
    ...{ ruleId, accountId, recordId, type, severity, message, records, rule },
    recipientId: null,
    raisedOn: now,
    baseline: isNew,
    lasting: true,
    ...{ goneSince: null, readOn: null, snoozedUntil: null, resolvedOn: null, resolution: null },
    ...{ escalatedOn: null, escalatedTo: null },
  };
}

/** The alert of a cause that is gone. */
function end(alert: Alert, now: string): Alert {
  const ended = { ...alert, lasting: false, goneSince: null };
  return isOpen(alert) ? { ...ended, resolvedOn: now, resolution: 'Cause Gone' } : ended;
}
