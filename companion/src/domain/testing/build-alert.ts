import type { Alert } from '../alerts/alert.ts';
import type { AlertAccount } from '../alerts/alert-account.ts';
import type { AlertRule } from '../alerts/alert-rule.ts';
import type { AlertPerson } from '../alerts/choose-recipient.ts';
import { buildSignals } from './build-signals.ts';

const ACCOUNT_ID = '001000000000001AAA';
export const CSM_ID = '005000000000001AAA';
export const MANAGER_ID = '005000000000002AAA';

/** A rule that tells the CSM at once, by the bell, at any hour, and never the manager. */
export function buildRule(known: Partial<AlertRule> = {}): AlertRule {
  return {
    ruleId: 'a0R000000000001AAA',
    name: 'A rule',
    type: 'At Risk',
    severity: 'High',
    recipient: 'CSM',
    threshold: null,
    digest: false,
    bell: true,
    email: false,
    quiet: null,
    escalateAfterDays: null,
    rationale: 'Because.',
    ...known,
  };
}

/** An account with a CSM on which no rule finds anything. */
export function buildAlertAccount(known: Partial<AlertAccount> = {}): AlertAccount {
  return {
    accountId: ACCOUNT_ID,
    name: 'Acme',
    ownerId: '005000000000009AAA',
    csmId: CSM_ID,
    churned: false,
    score: 20,
    band: 'Healthy',
    riskReason: null,
    scoreBefore: 20,
    arr: 1000,
    arrYearAgo: 1000,
    usageDown: false,
    usageReason: null,
    signals: buildSignals({ accountId: ACCOUNT_ID }),
    ...known,
  };
}

/** An open alert whose cause lasts. */
export function buildAlert(known: Partial<Alert> = {}): Alert {
  const rule = known.rule ?? buildRule();
  return {
    key: `${rule.ruleId}:${ACCOUNT_ID}:${ACCOUNT_ID}:2026-11-20`,
    ruleId: rule.ruleId,
    accountId: ACCOUNT_ID,
    recordId: ACCOUNT_ID,
    type: rule.type,
    severity: rule.severity,
    recipientId: CSM_ID,
    message: 'Now At Risk, with a risk of 77.',
    records: [],
    rule,
    raisedOn: '2026-11-20T09:00:00.000Z',
    baseline: false,
    lasting: true,
    goneSince: null,
    readOn: null,
    snoozedUntil: null,
    resolvedOn: null,
    resolution: null,
    escalatedOn: null,
    escalatedTo: null,
    ...known,
  };
}

/** An active user with a manager. */
export function buildPerson(known: Partial<AlertPerson> = {}): AlertPerson {
  return {
    userId: CSM_ID,
    name: 'Dana',
    email: 'dana@example.com',
    managerId: MANAGER_ID,
    timeZone: 'America/New_York',
    active: true,
    ...known,
  };
}
