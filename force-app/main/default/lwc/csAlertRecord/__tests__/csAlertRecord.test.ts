import {
  changeOf,
  isIn,
  readAlert,
  recordBehind,
  saveAlerts,
  severityOf,
  undoOf,
  whyRaised,
} from 'c/csAlertRecord';
import type { AlertNode, AlertState } from 'c/csAlertRecord';
import { updateRecord } from 'lightning/uiRecordApi';
import { NOW, alertNode, alertOf } from 'test/alerts';

const update = jest.mocked(updateRecord);
const AT = NOW.toISOString();
const RULE = { name: 'Rule', threshold: 3, rationale: '' };

describe('reading an alert', () => {
  test('gives every field by a name of its own', () => {
    const alert = alertOf({ escalatedTo: 'Helen Okafor', escalatedToId: 'h1', escalatedAt: AT });
    expect(readAlert(alertNode(alert) as AlertNode)).toEqual([alert]);
  });

  test('names type and account where there is no message', () => {
    expect(readAlert(alertNode({ message: '' }) as AlertNode)[0]?.message).toBe('At Risk: Acme');
  });

  test('leaves out what is no alert, and takes what may not be read for unknown', () => {
    const node = alertNode() as AlertNode;
    expect(readAlert({ ...node, CS_Raised_On__c: { value: null } })).toEqual([]);
    const { Id, CS_Account__c, CS_Type__c, CS_Severity__c, CS_Raised_On__c } = node;
    const bare = readAlert({ Id, CS_Account__c, CS_Type__c, CS_Severity__c, CS_Raised_On__c })[0];
    expect(bare).toMatchObject({ message: 'At Risk', rule: null, recipient: '', modifiedAt: null });
  });
});

describe('the state of an alert', () => {
  const later = '2026-11-22T15:00:01.000Z';
  test.each<[string, Parameters<typeof alertOf>[0], AlertState[]]>([
    ['new', {}, ['open', 'unread']],
    ['read', { readAt: AT }, ['open']],
    ['snoozed', { snoozedUntil: later }, ['snoozed']],
    ['snoozed until now', { snoozedUntil: AT }, ['open', 'unread']],
    ['resolved', { resolvedAt: AT }, ['resolved']],
    ['resolved while snoozed', { resolvedAt: AT, snoozedUntil: later }, ['resolved']],
  ])('%s', (_, fields, expected) => {
    const states: AlertState[] = ['open', 'unread', 'snoozed', 'resolved'];
    expect(states.filter((state) => isIn(state, alertOf(fields), NOW))).toEqual(expected);
  });
});

describe('what a person does', () => {
  const resolved = alertOf({ resolvedAt: AT, resolution: 'By Hand', readAt: AT });

  test('whoever decides about an alert has read it', () => {
    expect(changeOf({ name: 'resolve' }, alertOf(), NOW)).toEqual({
      readAt: AT,
      resolvedAt: AT,
      resolution: 'By Hand',
    });
    expect(changeOf({ name: 'snooze', until: 'then' }, alertOf({ readAt: 'before' }), NOW)).toEqual({
      snoozedUntil: 'then',
    });
  });

  test('changes nothing that is so already', () => {
    expect(changeOf({ name: 'read' }, alertOf({ readAt: AT }), NOW)).toBeUndefined();
    expect(changeOf({ name: 'unread' }, alertOf(), NOW)).toBeUndefined();
    expect(changeOf({ name: 'wake' }, alertOf(), NOW)).toBeUndefined();
    expect(changeOf({ name: 'resolve' }, resolved, NOW)).toBeUndefined();
    expect(changeOf({ name: 'snooze', until: 'then' }, resolved, NOW)).toBeUndefined();
    expect(changeOf({ name: 'reopen' }, alertOf(), NOW)).toBeUndefined();
  });

  test('is put back as it was', () => {
    const before = alertOf({ readAt: 'before' });
    expect(undoOf({ readAt: AT, resolvedAt: AT, resolution: 'By Hand' }, before)).toEqual({
      readAt: 'before',
      resolvedAt: null,
      resolution: null,
    });
    expect(changeOf({ name: 'reopen' }, resolved, NOW)).toEqual({ resolvedAt: null, resolution: null });
  });
});

describe('why an alert was raised', () => {
  test.each([
    ['Risk Rose', 15, 'the risk score rises by 15 points or more'],
    ['Risk Rose', null, 'the risk score rises by many points'],
    ['Task Overdue', 1, 'a task is overdue by 1 day or more'],
    ['Touchpoint Overdue', null, 'a touchpoint is overdue and nothing is planned'],
    ['Renewal', 60, 'a renewal is within 60 days and has no next step'],
    ['Signals Disagree', 10, 'an account reads as healthy while its ARR shrinks by 10 % or more'],
    ['Data Stale', 14, 'no new data come in for 14 days'],
  ])('%s with %s', (type, threshold, when) => {
    const alert = alertOf({ type, rule: { ...RULE, threshold } });
    expect(whyRaised(alert)).toBe(`Rule “Rule”: raised when ${when}.`);
  });

  test('is told without the rule once that is gone, and for a type that an admin added', () => {
    expect(whyRaised(alertOf({ type: 'Usage Down', rule: null }))).toBe(
      'Raised when usage falls against what is usual for the account.',
    );
    expect(whyRaised(alertOf({ type: 'Ours', rule: RULE }))).toBe('Rule “Rule”.');
    expect(whyRaised(alertOf({ type: 'Ours', rule: null }))).toBe(
      'The rule that raised it is no longer there.',
    );
  });
});

test('the record behind an alert is one of its own, not the account', () => {
  const detractor = alertOf({ type: 'Detractor', recordId: 'a0N1' });
  expect(recordBehind(detractor)).toMatchObject({ objectApiName: 'CS_NPS_Response__c', recordId: 'a0N1' });
  expect(recordBehind({ ...detractor, recordId: 'acc1' })).toBeUndefined();
  expect(recordBehind({ ...detractor, recordId: null })).toBeUndefined();
  expect(recordBehind(alertOf())).toBeUndefined();
});

test('a severity that an admin added is told by its own name', () => {
  expect(severityOf('Extreme').value).toBe('Extreme');
  expect(severityOf('High').iconName).toBe('utility:error');
});

describe('saving alerts', () => {
  test('leaves alone what somebody else changed meanwhile, and says so', async () => {
    const saved = { id: 'al1', apiName: '', fields: {}, lastModifiedDate: 'now' };
    update
      .mockResolvedValueOnce(saved)
      .mockRejectedValueOnce({ body: { message: 'Changed by someone else.' } });
    const change = { resolvedAt: AT, resolution: 'By Hand' };
    const outcomes = await saveAlerts([
      { id: 'al1', change, modifiedAt: 'then' },
      { id: 'al2', change, modifiedAt: null },
    ]);
    expect(outcomes).toEqual([
      { id: 'al1', error: null, modifiedAt: 'now' },
      { id: 'al2', error: 'Changed by someone else.', modifiedAt: null },
    ]);
    const fields = { CS_Resolved_On__c: AT, CS_Resolution__c: 'By Hand' };
    expect(update.mock.calls).toEqual([
      [{ fields: { Id: 'al1', ...fields } }, { ifUnmodifiedSince: 'then' }],
      [{ fields: { Id: 'al2', ...fields } }, undefined],
    ]);
  });

  test('compares nothing for what is only read', async () => {
    update.mockResolvedValueOnce({ id: 'al1', apiName: '', fields: {} });
    await saveAlerts([{ id: 'al1', change: { readAt: AT }, modifiedAt: 'then' }]);
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'al1', CS_Read_On__c: AT } }, undefined);
  });

  test('sends five at a time', async () => {
    let waiting = 0;
    let most = 0;
    update.mockImplementation(async () => {
      waiting += 1;
      most = Math.max(most, waiting);
      await Promise.resolve();
      waiting -= 1;
      return { id: '', apiName: '', fields: {} };
    });
    const saves = Array.from({ length: 12 }, (_, n) => ({ id: `${n}`, change: {}, modifiedAt: null }));
    expect((await saveAlerts(saves)).map(({ id }) => id)).toEqual(saves.map(({ id }) => id));
    expect(most).toBe(5);
  });
});
