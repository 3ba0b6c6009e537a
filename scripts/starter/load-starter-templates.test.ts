import { describe, expect, test } from '@jest/globals';
import { memoryOrg } from '../org-client/testing/memory-org.ts';
import { loadStarterTemplates } from './load-starter-templates.ts';
import { readStarterTemplates, TEMPLATE_KEY, TEMPLATE_OBJECT } from './starter-templates.ts';

const COUNT = readStarterTemplates().length;

describe('the starter templates', () => {
  test.each(['QBR follow-up', 'Onboarding check-in', 'Renewal notice', 'At-risk outreach', 'NPS thanks'])(
    '%s is among them, an email with subject and body',
    (name) => {
      const template = readStarterTemplates().find((one) => one.Name === name);
      expect(template).toMatchObject({ CS_Type__c: 'Email', CS_Active__c: true });
      expect(String(template?.CS_Subject__c).length).toBeGreaterThan(5);
      expect(String(template?.CS_Body__c)).toContain('{{csm.name}}');
    },
  );

  test('each has a key of its own', () => {
    expect(new Set(readStarterTemplates().map((one) => one[TEMPLATE_KEY])).size).toBe(COUNT);
  });

  test('all are created in an org that has none', async () => {
    const org = memoryOrg();
    expect(await loadStarterTemplates(org)).toBe(COUNT);
    expect(org.all(TEMPLATE_OBJECT)).toHaveLength(COUNT);
  });

  test('a second load creates nothing and leaves what an admin changed', async () => {
    const org = memoryOrg();
    await loadStarterTemplates(org);
    const [first] = org.all(TEMPLATE_OBJECT);
    await org.update(TEMPLATE_OBJECT, [{ Id: first!.Id, Name: 'Our own words', CS_Active__c: false }]);

    expect(await loadStarterTemplates(org)).toBe(0);
    expect(org.all(TEMPLATE_OBJECT)).toHaveLength(COUNT);
    expect(org.all(TEMPLATE_OBJECT)[0]).toMatchObject({ Name: 'Our own words', CS_Active__c: false });
  });

  test('a refusal names the template and the reason', async () => {
    const org = memoryOrg({
      refuse: (_, record) => (record.Name === 'NPS thanks' ? 'no access' : undefined),
    });
    await expect(loadStarterTemplates(org)).rejects.toThrow('"NPS thanks": no access');
  });
});
