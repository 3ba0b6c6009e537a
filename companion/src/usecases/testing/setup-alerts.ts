import type { AlertRule } from '../../domain/alerts/alert-rule.ts';
import { STARTER_CONFIG } from '../../domain/starter-config.ts';
import { buildPerson, buildRule, CSM_ID, MANAGER_ID } from '../../domain/testing/build-alert.ts';
import { buildSignals } from '../../domain/testing/build-signals.ts';
import type { AccountForAlerts } from '../alert-ports.ts';
import { raiseAlerts } from '../raise-alerts.ts';
import { tendAlerts } from '../tend-alerts.ts';
import { MemoryAlertOrg } from './memory-alert-org.ts';
import { MemoryAlerts } from './memory-alerts.ts';
import { MemoryStore } from './memory-store.ts';
import { ORG } from './setup.ts';

/** Everything that alerts want, in memory: a rule on risk, a CSM with a manager, and a look at all accounts at will. */
export function setupAlerts(rule: Partial<AlertRule> = {}) {
  const time = { now: '2026-11-23T15:00:00.000Z' };
  const kept = new MemoryStore();
  const org = new MemoryAlertOrg(() => time.now);
  const alerts = new MemoryAlerts((pushes, at) => kept.keepPushes('', pushes, at));
  org.rules.push(buildRule(rule));
  org.people.set(CSM_ID, buildPerson());
  org.people.set(
    MANAGER_ID,
    buildPerson({ userId: MANAGER_ID, managerId: null, name: 'Helen', email: 'helen@example.com' }),
  );
  const limits = { bellsPerHour: 100, emailsPerDay: 100 };
  const deps = { reader: org, store: alerts, sender: org, limits };
  const push = { reader: org, writer: org, store: kept, clock: () => new Date(time.now) };
  const put = (accountId: string, known: Partial<AccountForAlerts> = {}) =>
    alerts.accounts.set(accountId, {
      accountId,
      name: `Account ${accountId}`,
      signals: buildSignals({ accountId }),
      current: {},
      facts: {
        owner: null,
        csm: { id: CSM_ID, name: 'Dana' },
        ...{ tier: null, status: 'Active', renewalDate: null, lowUsage: null, usageDown: null },
      },
      ...{ score: 20, band: 'Healthy', scoreBefore: null },
      ...known,
    });
  const tend = () => tendAlerts(ORG, deps, push);
  return {
    ...{ org, alerts, time, limits, put, tend },
    /** A look at all accounts, and what comes of it. */
    async look(at: string) {
      time.now = at;
      const raised = await raiseAlerts(ORG.orgId, deps, {
        ...{ asOf: at.slice(0, 10), at, config: STARTER_CONFIG },
      });
      return { ...raised, ...(await tend()) };
    },
    async tendAt(at: string) {
      time.now = at;
      return tend();
    },
  };
}
