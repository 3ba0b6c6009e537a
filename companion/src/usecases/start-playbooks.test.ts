import { describe, expect, test } from '@jest/globals';
import { buildPlaybookAccount, buildRule, buildRun } from '../domain/testing/build-playbook.ts';
import { setup } from './testing/setup.ts';

const ACCOUNT = '001000000000001AAA';
const KEY = `${ACCOUNT}:a0P000000000001AAA:band:2026-11-20`;

function withRule() {
  const all = setup();
  all.org.playbooks.rules.push(buildRule());
  all.org.playbooks.accounts.push(buildPlaybookAccount({ band: 'At Risk', bandSince: '2026-11-20' }));
  return all;
}

describe('playbooks that start by themselves', () => {
  test('are made with the steps of their version, the run before its steps', async () => {
    const { org, sync } = withRule();
    expect(await sync()).toMatchObject({ playbooksStarted: 1, pushed: 3 });
    expect(org.runs.get(KEY)).toEqual({
      Name: 'Rescue',
      CS_Playbook__c: 'a0P000000000001AAA',
      CS_Playbook_Version__c: 3,
      CS_Status__c: 'Active',
      CS_Started_On__c: '2026-11-22',
      CS_Assigned_To__c: '005000000000001AAA',
      CS_Reason__c: 'Started because the risk band is At Risk.',
    });
    expect([...org.runSteps]).toMatchObject([
      [`${KEY}:1`, { Name: 'Find the cause', CS_Order__c: 1, CS_Due_On__c: '2026-11-23' }],
      [`${KEY}:2`, { Name: 'Call', CS_Order__c: 2, CS_Due_On__c: '2026-11-27', CS_Status__c: 'Open' }],
    ]);
    expect(org.writes.map(({ object }) => object)).toEqual([
      'CS_Playbook_Run__c',
      'CS_Playbook_Run_Step__c',
      'CS_Playbook_Run_Step__c',
    ]);
  });

  test('are made once, even where the org does not show the run yet and another day has begun', async () => {
    const { org, sync, time } = withRule();
    await sync();
    time.now = '2026-11-23T09:00:00.000Z';
    expect(await sync()).toMatchObject({ pushed: 0 });
    expect(org.runs.get(KEY)).toMatchObject({ CS_Started_On__c: '2026-11-22' });
  });

  test('get the steps that a crash cut off, and none twice', async () => {
    const { org, sync, time } = withRule();
    org.refuse = (object, { key }) =>
      object === 'CS_Playbook_Run_Step__c'
        ? { key, outcome: 'refused', retry: true, error: 'UNABLE_TO_LOCK_ROW: busy' }
        : undefined;
    expect(await sync()).toMatchObject({ failed: 2 });
    org.refuse = () => undefined;
    org.playbooks.runs.push(buildRun({ key: KEY, active: true, startedOn: '2026-11-22' }));
    time.now = '2026-11-22T09:05:00.000Z';
    expect(await sync()).toMatchObject({ playbooksStarted: 0, pushed: 2 });
    expect(org.runSteps.size).toBe(2);
  });

  test('are left for the next run when this one was stopped', async () => {
    const { org, sync } = withRule();
    await sync({ signal: AbortSignal.abort() });
    expect(org.runs.size).toBe(0);
  });
});

describe('runs whose status does not fit their steps', () => {
  test('are completed, or resumed', async () => {
    const { org, sync } = setup();
    org.runStates = { finishedIds: ['a0R1', 'a0R2'], unfinishedIds: ['a0R3'], overdueSteps: 4 };
    expect(await sync()).toMatchObject({ overdueSteps: 4 });
    expect(org.settled).toEqual([
      { ids: ['a0R1', 'a0R2'], status: 'Completed', completedOn: '2026-11-22' },
      { ids: ['a0R3'], status: 'Active', completedOn: null },
    ]);
  });

  test('cause no write when there are none', async () => {
    const { org, sync } = setup();
    await sync();
    expect(org.settled).toEqual([]);
  });
});
