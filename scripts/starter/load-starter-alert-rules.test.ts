import { describe, expect, test } from '@jest/globals';
import { memoryOrg } from '../org-client/testing/memory-org.ts';
import { loadStarterAlertRules } from './load-starter-alert-rules.ts';
import { ALERT_RULE_KEY, ALERT_RULE_OBJECT, readStarterAlertRules } from './starter-alert-rules.ts';

const RULES = readStarterAlertRules();

describe('the starter alert rules', () => {
  test('watch for everything there is to watch for, each with a reason that fits its field', () => {
    expect(RULES.map((rule) => rule.CS_Type__c)).toEqual([
      'At Risk',
      'Risk Rose',
      'Task Overdue',
      'Touchpoint Overdue',
      'Renewal',
      'Usage Down',
      'Detractor',
      'Escalated Ticket',
      'Signals Disagree',
      'Data Stale',
    ]);
    for (const rule of RULES) {
      expect(String(rule.CS_Rationale__c).length).toBeGreaterThan(40);
      expect(String(rule.CS_Rationale__c).length).toBeLessThanOrEqual(255);
    }
  });

  test('each has a key of its own', () => {
    expect(new Set(RULES.map((rule) => rule[ALERT_RULE_KEY])).size).toBe(RULES.length);
  });

  test('a second load creates nothing and leaves what an admin changed', async () => {
    const org = memoryOrg();
    expect(await loadStarterAlertRules(org)).toBe(RULES.length);
    const [first] = org.all(ALERT_RULE_OBJECT);
    await org.update(ALERT_RULE_OBJECT, [{ Id: first!.Id, CS_Threshold__c: 42, CS_Active__c: false }]);

    expect(await loadStarterAlertRules(org)).toBe(0);
    expect(org.all(ALERT_RULE_OBJECT)).toHaveLength(RULES.length);
    expect(org.all(ALERT_RULE_OBJECT)[0]).toMatchObject({ CS_Threshold__c: 42, CS_Active__c: false });
  });

  test('come without quiet hours where nobody sleeps', async () => {
    const org = memoryOrg();
    await loadStarterAlertRules(org, { quietHours: false });
    expect(org.all(ALERT_RULE_OBJECT).map((rule) => rule.CS_Quiet_From__c)).toEqual(RULES.map(() => null));
    expect(RULES.map((rule) => rule.CS_Quiet_From__c)).toEqual(RULES.map(() => 20));
  });

  test('a refusal names the rule and the reason', async () => {
    const org = memoryOrg({
      refuse: (_, record) => (record.Name === 'Usage down' ? 'no access' : undefined),
    });
    await expect(loadStarterAlertRules(org)).rejects.toThrow('alert rule "Usage down": no access');
  });
});
