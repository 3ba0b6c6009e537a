import { describe, expect, test } from '@jest/globals';
import { CSM_ID, MANAGER_ID } from '../domain/testing/build-alert.ts';
import { setupAlerts } from './testing/setup-alerts.ts';

const DAY_1 = '2026-11-23T15:00:00.000Z';
const DAY_2 = '2026-11-24T15:00:00.000Z';
const DAY_3 = '2026-11-25T15:00:00.000Z';
const AT_RISK = { score: 80, band: 'At Risk' };

/** A rule that has looked once already, and an account that becomes at risk on the second day. */
async function setupRisk(rule: Parameters<typeof setupAlerts>[0] = {}) {
  const kit = setupAlerts(rule);
  kit.put('001A');
  await kit.look(DAY_1);
  kit.put('001A', AT_RISK);
  await kit.look(DAY_2);
  const [key = ''] = kit.org.records.keys();
  return { ...kit, key };
}

describe('an alert', () => {
  test('is written once, told once, and stays one however often it is looked at', async () => {
    const { org, look } = await setupRisk();
    await look(DAY_3);
    expect([...org.records.values()]).toMatchObject([
      {
        ...{ parentId: '001A', CS_Type__c: 'At Risk', CS_Severity__c: 'High', CS_Recipient__c: CSM_ID },
        ...{ CS_Message__c: 'Now At Risk, with a risk of 80.', CS_Raised_On__c: DAY_2 },
      },
    ]);
    expect(org.bells).toMatchObject([
      {
        ...{ userId: CSM_ID, title: 'At Risk: Account 001A', body: 'Now At Risk, with a risk of 80.' },
        target: { recordId: '001A' },
      },
    ]);
  });

  test('that a person resolved stays as she left it, and is not raised again while its cause lasts', async () => {
    const { org, key, look, put } = await setupRisk();
    org.edit(key, { CS_Resolved_On__c: DAY_2, CS_Resolution__c: 'By Hand' });
    await look(DAY_3);
    expect(org.records.size).toBe(1);
    put('001A');
    for (const day of ['26', '29']) await look(`2026-11-${day}T15:00:00.000Z`);
    expect(org.records.get(key)).toMatchObject({ CS_Resolved_On__c: DAY_2, CS_Resolution__c: 'By Hand' });
    put('001A', AT_RISK);
    await look('2026-11-30T15:00:00.000Z');
    expect(org.records.size).toBe(2);
  });

  test('whose cause is gone is resolved, and is nothing to tell of any more', async () => {
    const { org, key, look, put } = await setupRisk({ email: true, digest: true });
    put('001A');
    await look('2026-11-24T16:00:00.000Z');
    await look('2026-11-26T16:00:00.000Z');
    expect(org.records.get(key)).toMatchObject({ CS_Resolution__c: 'Cause Gone' });
    expect(org.emails).toEqual([]);
  });

  test('is dropped from what waits when it is resolved before its time', async () => {
    const { org, alerts, key, tendAt } = await setupRisk({ digest: true });
    org.edit(key, { CS_Resolved_On__c: DAY_2, CS_Resolution__c: 'By Hand' });
    await tendAt(DAY_3);
    expect(org.bells).toEqual([]);
    expect([...alerts.deliveries.values()]).toMatchObject([
      { state: 'dropped', reason: 'Resolved before it was sent' },
    ]);
  });

  test('that is snoozed is quiet until then and comes back once', async () => {
    const { org, key, tendAt } = await setupRisk();
    org.edit(key, { CS_Snoozed_Until__c: '2026-11-25T12:00:00.000Z' });
    await tendAt('2026-11-25T11:55:00.000Z');
    expect(org.bells).toHaveLength(1);
    await tendAt('2026-11-25T12:00:00.000Z');
    await tendAt('2026-11-25T12:05:00.000Z');
    expect(org.bells).toHaveLength(2);
  });

  test('that nobody reads is passed on to the manager once, and told her in so many words', async () => {
    const { org, key, tendAt } = await setupRisk({ escalateAfterDays: 3 });
    await tendAt('2026-11-27T14:59:00.000Z');
    expect(org.bells).toHaveLength(1);
    await tendAt('2026-11-27T15:00:00.000Z');
    await tendAt('2026-11-28T15:00:00.000Z');
    expect(org.bells.slice(1)).toMatchObject([
      { userId: MANAGER_ID, title: 'Unread, passed on to you: At Risk: Account 001A' },
    ]);
    expect(org.records.get(key)).toMatchObject({
      CS_Escalated_On__c: '2026-11-27T15:00:00.000Z',
      CS_Escalated_To__c: MANAGER_ID,
    });
  });

  test('that was read, or snoozed, is not passed on', async () => {
    const { org, key, tendAt } = await setupRisk({ escalateAfterDays: 3 });
    org.edit(key, { CS_Read_On__c: DAY_3 });
    await tendAt('2026-11-30T15:00:00.000Z');
    expect(org.bells).toHaveLength(1);
  });
});

describe('a rule that is new', () => {
  test('raises what was so before, and tells each person of it in one message', async () => {
    const { org, put, look } = setupAlerts({ email: true });
    for (const id of ['001A', '001B', '001C']) put(id, AT_RISK);
    expect(await look(DAY_1)).toMatchObject({ raised: 3, sent: 2 });
    expect(org.records.size).toBe(3);
    expect(org.bells).toMatchObject([{ title: '3 alerts for you', target: { tab: 'CS_Alerts' } }]);
    expect(org.emails).toMatchObject([{ address: 'dana@example.com', subject: '3 alerts for you' }]);
    expect(org.emails[0]?.body).toContain('https://test.example/lightning/r/Account/001B/view');
  });

  test('is new again once its threshold is another', async () => {
    const { org, put, look } = setupAlerts({ type: 'Risk Rose', threshold: 30 });
    for (const id of ['001A', '001B']) put(id, { score: 40, scoreBefore: 20 });
    await look(DAY_1);
    Object.assign(org.rules[0]!, { threshold: 15 });
    await look(DAY_2);
    expect(org.bells).toMatchObject([{ title: '2 alerts for you' }]);
  });

  test('goes on with the open alerts of the org when the database was lost', async () => {
    const before = await setupRisk();
    const after = setupAlerts();
    for (const [key, record] of before.org.records) after.org.records.set(key, record);
    after.put('001A', AT_RISK);
    expect(await after.look(DAY_3)).toMatchObject({ raised: 0, sent: 0 });
    after.put('001A');
    await after.look('2026-11-26T15:00:00.000Z');
    expect(await after.look('2026-11-28T15:00:00.000Z')).toMatchObject({ resolved: 1 });
  });
});

describe('sending', () => {
  /** So many accounts become at risk at once. */
  async function setupMany(count: number, rule: Parameters<typeof setupAlerts>[0] = {}) {
    const kit = setupAlerts(rule);
    const ids = Array.from({ length: count }, (_, index) => `001${String(index).padStart(3, '0')}`);
    for (const id of ids) kit.put(id);
    await kit.look(DAY_1);
    return { ...kit, ids };
  }

  test('stops at the limit of the hour, keeps the rest and its order, and goes on in the next', async () => {
    const { org, limits, ids, put, look, tendAt } = await setupMany(3);
    limits.bellsPerHour = 2;
    for (const id of ids) put(id, AT_RISK);
    expect(await look(DAY_2)).toMatchObject({ sent: 2, limited: 1 });
    await tendAt('2026-11-24T15:59:00.000Z');
    expect(org.bells).toHaveLength(2);
    await tendAt('2026-11-24T16:00:01.000Z');
    expect(org.bells.map(({ title }) => title)).toEqual(ids.map((id) => `At Risk: Account ${id}`));
  });

  test('shares one message where many wait for the same person', async () => {
    const { org, ids, put, look } = await setupMany(4);
    for (const id of ids) put(id, AT_RISK);
    await look(DAY_2);
    expect(org.bells).toMatchObject([{ title: '4 alerts for you' }]);
  });

  test('tries again later what the org refused for now, and nothing of it overtakes', async () => {
    const { org, ids, put, look, tendAt } = await setupMany(2);
    org.answer = () => ({ outcome: 'refused', retry: true, error: 'LIMIT_EXCEEDED: later' });
    for (const id of ids) put(id, AT_RISK);
    expect(await look(DAY_2)).toMatchObject({ sent: 0 });
    org.answer = () => undefined;
    await tendAt('2026-11-24T15:15:00.000Z');
    expect(org.bells).toHaveLength(2);
  });

  test('never repeats a message whose outcome is not known', async () => {
    const { org, alerts, put, look, tendAt } = await setupMany(1);
    org.answer = () => ({ outcome: 'unknown', error: 'socket hang up' });
    put('001000', AT_RISK);
    await look(DAY_2);
    org.answer = () => undefined;
    await tendAt(DAY_3);
    expect(org.bells).toEqual([]);
    expect([...alerts.deliveries.values()]).toMatchObject([{ state: 'uncertain', reason: 'socket hang up' }]);
  });

  test('gives up what the org refuses for good, and goes on with the next', async () => {
    const { org, put, look, ids } = await setupMany(2);
    let first = true;
    org.answer = () => {
      if (!first) return undefined;
      first = false;
      return { outcome: 'refused', retry: false, error: 'INVALID_ID_FIELD: no' };
    };
    for (const id of ids) put(id, AT_RISK);
    expect(await look(DAY_2)).toMatchObject({ sent: 1, failed: 1 });
  });

  test('tells the next in line when the CSM is not there any more', async () => {
    const { org, put, look } = await setupMany(1);
    org.people.set(CSM_ID, { ...org.people.get(CSM_ID)!, active: false });
    put('001000', AT_RISK);
    await look(DAY_2);
    expect(org.bells).toMatchObject([{ userId: MANAGER_ID }]);
  });
});
