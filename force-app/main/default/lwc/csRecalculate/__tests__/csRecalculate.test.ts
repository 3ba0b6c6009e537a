import CsRecalculate from 'c/csRecalculate';
import { createRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { ACCOUNT_ID, recordOf } from 'test/records';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forRecord, recordWire } from 'test/wires';

const REQUEST_ID = 'a00000000000001AAA';
const SECOND_REQUEST_ID = 'a00000000000002AAA';
const POLL_MS = 2_000;
const create = jest.mocked(createRecord);
const notify = jest.mocked(notifyRecordUpdateAvailable);

function answer(status: string, message: string | null = null, id = REQUEST_ID): Promise<void> {
  const request = recordOf('CS_Request__c', id, { CS_Status__c: status, CS_Message__c: message });
  recordWire.emit(request, forRecord(id));
  return settle();
}

async function pressButton(element: Rendered): Promise<void> {
  find(element, 'lightning-button').click();
  await settle();
}

/** The check itself needs real time. */
async function expectAccessible(element: Rendered): Promise<void> {
  jest.useRealTimers();
  await expect(element).toBeAccessible();
}

const renderIt = (properties = {}) =>
  render('c-cs-recalculate', CsRecalculate, { recordId: ACCOUNT_ID, ...properties });

describe('c-cs-recalculate', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    create.mockResolvedValue({ id: REQUEST_ID, apiName: 'CS_Request__c', fields: {} });
    notify.mockResolvedValue(undefined);
  });

  afterEach(() => jest.useRealTimers());

  test('asks for this account and says that it is under way', async () => {
    const element = await renderIt();
    await pressButton(element);
    expect(create).toHaveBeenCalledWith({
      apiName: 'CS_Request__c',
      fields: { CS_Type__c: 'Recalculate', CS_Status__c: 'New', CS_Account__c: ACCOUNT_ID },
    });
    expect(find(element, '[role="status"]').textContent).toBe('Calculating a new score…');
    expect(find(element, 'lightning-button').disabled).toBe(true);
    expect(findAll(element, 'lightning-spinner')).toHaveLength(1);
    await expectAccessible(element);
  });

  test('sends what exactly is asked, and hands over what the companion answered beside its message', async () => {
    const element = await renderIt({ recordId: undefined, requestType: 'Preview', payload: '{"v":1}' });
    const answered = jest.fn();
    for (const name of ['ask', 'recalculated', 'refused'])
      element.addEventListener(name, (event) => answered(name, (event as CustomEvent).detail));
    await pressButton(element);
    expect(create.mock.lastCall?.[0].fields).toMatchObject({
      CS_Type__c: 'Preview',
      CS_Payload__c: '{"v":1}',
    });
    const request = { CS_Status__c: 'Done', CS_Message__c: '2 of 9', CS_Result__c: '{"changed":2}' };
    recordWire.emit(recordOf('CS_Request__c', REQUEST_ID, request), forRecord(REQUEST_ID));
    await settle();
    expect(answered.mock.calls).toEqual([
      ['ask', null],
      ['recalculated', { result: { changed: 2 } }],
    ]);
    await pressButton(element);
    await answer('Failed', 'It does not hold.');
    expect(answered).toHaveBeenLastCalledWith('refused', { result: undefined });
    await expectAccessible(element);
  });

  test('cannot be asked while there is nothing to ask', async () => {
    const element = await renderIt({ disabled: true });
    expect(find(element, 'lightning-button').disabled).toBe(true);
  });

  test('asks for the workload without an account, and says when it is counted', async () => {
    const element = await renderIt({ recordId: undefined, requestType: 'Workload' });
    const recalculated = jest.fn();
    element.addEventListener('recalculated', recalculated);
    expect(find(element, 'lightning-button').label).toBe('Count again');
    await pressButton(element);
    expect(create).toHaveBeenCalledWith({
      apiName: 'CS_Request__c',
      fields: { CS_Type__c: 'Workload', CS_Status__c: 'New' },
    });
    await answer('Done', 'Workload is counted: 3 CSMs.');
    expect(textOf(element)).toContain('Workload is counted: 3 CSMs.');
    expect(recalculated).toHaveBeenCalledTimes(1);
  });

  test('looks at the request until it is done, then has the account read again', async () => {
    const element = await renderIt();
    const recalculated = jest.fn();
    element.addEventListener('recalculated', recalculated);
    await pressButton(element);

    await jest.advanceTimersByTimeAsync(POLL_MS);
    await answer('Running');
    await jest.advanceTimersByTimeAsync(POLL_MS);
    expect(notify.mock.calls).toEqual([[[{ recordId: REQUEST_ID }]], [[{ recordId: REQUEST_ID }]]]);

    await answer('Done', 'Scored 72, At Risk');
    expect(textOf(element)).toContain('Scored 72, At Risk');
    expect(notify).toHaveBeenLastCalledWith([{ recordId: ACCOUNT_ID }]);
    expect(recalculated).toHaveBeenCalledTimes(1);
    expect(find(element, 'lightning-button').disabled).toBe(false);

    notify.mockClear();
    await jest.advanceTimersByTimeAsync(10 * POLL_MS);
    expect(notify).not.toHaveBeenCalled();
    await expectAccessible(element);
  });

  test('says why the companion failed and leaves the account as it is', async () => {
    const element = await renderIt();
    await pressButton(element);
    await answer('Failed', 'The account was deleted');
    expect(textOf(element)).toContain('No new score: The account was deleted');
    expect(notify).not.toHaveBeenCalledWith([{ recordId: ACCOUNT_ID }]);
  });

  test('gives up after its time and says that the companion may not run', async () => {
    const element = await renderIt({ timeoutSeconds: 10 });
    await pressButton(element);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(textOf(element)).toContain('No answer from the companion yet');
    expect(find(element, 'lightning-button').disabled).toBe(false);
  });

  test('shows why the request could not be made', async () => {
    create.mockRejectedValue({ body: { message: 'No access to CS_Request__c' } });
    const element = await renderIt();
    await pressButton(element);
    expect(find(element, 'c-cs-error-panel').errors).toEqual({
      body: { message: 'No access to CS_Request__c' },
    });
    expect(findAll(element, 'lightning-spinner')).toHaveLength(0);
  });

  test('shows why the request could not be followed', async () => {
    const element = await renderIt();
    await pressButton(element);
    recordWire.error({ message: 'The request is gone' }, 404, 'Not Found', forRecord(REQUEST_ID));
    await settle();
    expect(findAll(element, 'c-cs-error-panel')).toHaveLength(1);
    expect(find(element, 'lightning-button').disabled).toBe(false);
  });

  test('one recalculation at a time; what was recorded while it was under way is counted by one more', async () => {
    const element = await renderIt({ hideButton: true });
    expect(findAll(element, 'lightning-button')).toHaveLength(0);
    const starter = element as Rendered & { start(): Promise<void> };
    await Promise.all([starter.start(), starter.start(), starter.start()]);
    expect(create).toHaveBeenCalledTimes(1);
    create.mockResolvedValue({ id: SECOND_REQUEST_ID, apiName: 'CS_Request__c', fields: {} });
    await answer('Done');
    expect(create).toHaveBeenCalledTimes(2);
    expect(find(element, '[role="status"]').textContent).toBe('Calculating a new score…');
    await answer('Done', null, SECOND_REQUEST_ID);
    expect(create).toHaveBeenCalledTimes(2);
  });

  test('stops looking when it leaves the page', async () => {
    const element = await renderIt();
    await pressButton(element);
    element.remove();
    await jest.advanceTimersByTimeAsync(10 * POLL_MS);
    expect(notify).not.toHaveBeenCalled();
  });
});
