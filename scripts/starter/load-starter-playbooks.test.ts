import { describe, expect, test } from '@jest/globals';
import { memoryOrg } from '../org-client/testing/memory-org.ts';
import { loadStarterPlaybooks } from './load-starter-playbooks.ts';
import { PLAYBOOK_OBJECT, readStarterPlaybooks, STEP_OBJECT } from './starter-playbooks.ts';

const PLAYBOOKS = readStarterPlaybooks();
const STEPS = PLAYBOOKS.flatMap(({ steps }) => steps);
/** As many as a page starts in one transaction. */
const MAX_STEPS = 12;

describe('the starter playbooks', () => {
  test.each([
    ['At-risk rescue', 'Risk Band'],
    ['Onboarding', 'Onboarding'],
    ['Renewal in 90 days', 'Renewal'],
    ['Detractor follow-up', 'Low NPS'],
  ])('%s is suggested by %s, is active and starts nothing by itself', (name, trigger) => {
    expect(PLAYBOOKS.find(({ fields }) => fields['Name'] === name)?.fields).toMatchObject({
      CS_Trigger__c: trigger,
      CS_Active__c: true,
      CS_Auto_Start__c: false,
      CS_Version__c: 1,
    });
  });

  test.each(PLAYBOOKS.map((playbook) => [playbook.key, playbook] as const))(
    '%s has steps in order, each with a day and a way to tell that it is done',
    (_key, { steps }) => {
      expect(steps.map((step) => step['CS_Order__c'])).toEqual(steps.map((_, index) => index + 1));
      expect(steps.length).toBeLessThanOrEqual(MAX_STEPS);
      const days = steps.map((step) => Number(step['CS_Due_In_Days__c']));
      expect([...days].sort((a, b) => a - b)).toEqual(days);
      for (const step of steps) expect(String(step['CS_Instructions__c'])).toContain('Done when');
    },
  );

  test('each playbook and step has a key of its own', () => {
    const keys = [...PLAYBOOKS.map(({ key }) => key), ...STEPS.map((step) => step['CS_Key__c'])];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('loading the starter playbooks', () => {
  test('creates all with their steps in an org that has none', async () => {
    const org = memoryOrg();
    expect(await loadStarterPlaybooks(org)).toBe(PLAYBOOKS.length);
    expect(org.all(PLAYBOOK_OBJECT)).toHaveLength(PLAYBOOKS.length);
    expect(org.all(STEP_OBJECT)).toHaveLength(STEPS.length);
    const ids = new Set(org.all(PLAYBOOK_OBJECT).map(({ Id }) => Id));
    expect(org.all(STEP_OBJECT).every((step) => ids.has(String(step['CS_Playbook__c'])))).toBe(true);
  });

  test('a second time creates nothing and leaves what an admin changed, removed steps too', async () => {
    const org = memoryOrg();
    await loadStarterPlaybooks(org);
    const [playbook] = org.all(PLAYBOOK_OBJECT);
    const [step] = org.all(STEP_OBJECT);
    await org.update(PLAYBOOK_OBJECT, [{ Id: playbook!.Id, Name: 'Ours', CS_Version__c: 2 }]);
    await org.update(STEP_OBJECT, [{ Id: step!.Id, CS_Key__c: null, Name: 'Our own step' }]);

    expect(await loadStarterPlaybooks(org)).toBe(0);
    expect(org.all(PLAYBOOK_OBJECT)[0]).toMatchObject({ Name: 'Ours', CS_Version__c: 2 });
    expect(org.all(STEP_OBJECT)).toHaveLength(STEPS.length);
    expect(org.all(STEP_OBJECT)[0]).toMatchObject({ Name: 'Our own step' });
  });

  test('goes on where an earlier load was cut off', async () => {
    const org = memoryOrg({ refuse: (object) => (object === STEP_OBJECT ? 'no' : undefined) });
    await expect(loadStarterPlaybooks(org)).rejects.toThrow('"Find the cause": no');
    const again = memoryOrg({ records: { [PLAYBOOK_OBJECT]: org.all(PLAYBOOK_OBJECT) } });
    expect(await loadStarterPlaybooks(again)).toBe(0);
    expect(again.all(STEP_OBJECT)).toHaveLength(STEPS.length);
  });
});
