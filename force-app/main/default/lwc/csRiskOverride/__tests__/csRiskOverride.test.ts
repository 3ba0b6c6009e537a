import CsRiskOverride from 'c/csRiskOverride';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { ACCOUNT_ID } from 'test/records';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';

const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);
const infoWire = getObjectInfo as unknown as { emit(info: object): void };
const changed = jest.fn();

const field = { createable: true, updateable: true };
const ACCESS = {
  apiName: 'CS_Risk_Override__c',
  createable: true,
  updateable: true,
  fields: { CS_Band__c: field, CS_Reason__c: field, CS_Expires_On__c: field, CS_Ended_On__c: field },
};
const LAST = {
  id: 'a12000000000001AAA',
  band: 'Watch',
  reason: 'The renewal is signed',
  by: 'Dana Reyes',
  setOn: '2026-11-22',
  expiresOn: '2026-12-22',
  endedAt: null,
};
const CALCULATED = { band: 'At Risk', score: 77, shownId: LAST.id };

async function renderIt(properties = {}, access: object = ACCESS): Promise<Rendered> {
  const element = await render('c-cs-risk-override', CsRiskOverride, {
    recordId: ACCOUNT_ID,
    last: null,
    calculated: CALCULATED,
    ...properties,
  });
  element.addEventListener('changed', changed);
  infoWire.emit(access);
  await settle();
  return element;
}

describe('c-cs-risk-override', () => {
  beforeEach(() =>
    jest.useFakeTimers({ now: new Date('2026-11-26T12:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] }),
  );
  afterEach(() => jest.useRealTimers());

  test('says whose band it is, why, until when, and what the rules say', async () => {
    const element = await renderIt({ last: LAST });
    const text = textOf(element);
    expect(text).toContain('Watch, set by hand');
    expect(text).toContain('The renewal is signed');
    expect(text).toContain('Set by Dana Reyes on Nov 22, 2026, until Dec 22, 2026: 26 days left.');
    expect(text).toContain('The rules say At Risk (77).');
    expect(findAll(element, '[data-id="edit"], [data-id="pending"]')).toHaveLength(0);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('says so while the account does not show it yet', async () => {
    const element = await renderIt({ last: LAST, calculated: { ...CALCULATED, shownId: null } });
    expect(findAll(element, '[data-id="pending"]')).toHaveLength(1);
  });

  test.each([
    ['its last day', '2026-11-26', null, 1],
    ['the day after it', '2026-11-25', null, 0],
    ['any day once it was ended', '2026-12-22', '2026-11-25T10:00:00.000Z', 0],
  ])('stands on %s, or does not', async (_when, expiresOn, endedAt, count) => {
    const element = await renderIt({ last: { ...LAST, expiresOn, endedAt } });
    expect(findAll(element, 'section')).toHaveLength(count);
    expect(findAll(element, '[data-id="edit"]')).toHaveLength(1 - count);
  });

  test('lets nobody write who may not, and shows her the banner all the same', async () => {
    const element = await renderIt({ last: LAST }, { ...ACCESS, updateable: false });
    expect(findAll(element, 'section')).toHaveLength(1);
    expect(findAll(element, 'lightning-button')).toHaveLength(0);
  });

  test('sets one and says that it changed', async () => {
    create.mockResolvedValue({ id: LAST.id, apiName: 'CS_Risk_Override__c', fields: {} });
    const element = await renderIt();
    find(element, '[data-id="edit"]').click();
    await settle();
    const detail = { band: 'Watch', reason: 'The renewal is signed', expiresOn: '2026-12-22' };
    find(element, 'c-cs-risk-override-form').dispatchEvent(new CustomEvent('save', { detail }));
    await settle();
    expect(create).toHaveBeenCalledWith({
      apiName: 'CS_Risk_Override__c',
      fields: {
        CS_Account__c: ACCOUNT_ID,
        CS_Band__c: 'Watch',
        CS_Reason__c: 'The renewal is signed',
        CS_Expires_On__c: '2026-12-22',
      },
    });
    expect(findAll(element, 'c-cs-risk-override-form')).toHaveLength(0);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test('keeps the form with what was typed when the org refuses, and says why', async () => {
    create.mockRejectedValue({ body: { message: 'You may not edit this account' } });
    const element = await renderIt();
    find(element, '[data-id="edit"]').click();
    await settle();
    const detail = { band: 'Watch', reason: 'Signed', expiresOn: '2026-12-22' };
    find(element, 'c-cs-risk-override-form').dispatchEvent(new CustomEvent('save', { detail }));
    await settle();
    expect(findAll(element, 'c-cs-risk-override-form')).toHaveLength(1);
    expect(find(element, 'c-cs-error-panel').heading).toBe('The band set by hand was not changed');
    expect(changed).not.toHaveBeenCalled();
  });

  test('ends one, and lets it hold again on Undo', async () => {
    update.mockResolvedValue({ id: LAST.id, apiName: 'CS_Risk_Override__c', fields: {} });
    const element = await renderIt({ last: LAST });
    find(element, '[data-id="end"]').click();
    await settle();
    const endedAt = '2026-11-26T12:00:00.000Z';
    expect(update).toHaveBeenLastCalledWith({ fields: { Id: LAST.id, CS_Ended_On__c: endedAt } });
    element.last = { ...LAST, endedAt };
    await settle();
    expect(find(element, '[role="status"]').textContent).toBe('The band set by hand was ended.');
    find(element, '[data-id="undo"]').click();
    await settle();
    expect(update).toHaveBeenLastCalledWith({ fields: { Id: LAST.id, CS_Ended_On__c: null } });
    expect(changed).toHaveBeenCalledTimes(2);
  });
});
