import CsNpsInbox from 'c/csNpsInbox';
import { executeMutation } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { graphqlWire } from 'test/wires';
import { inboxData, inboxNode } from './inbox';

const mutate = jest.mocked(executeMutation);
const update = jest.mocked(updateRecord);
const refresh = jest.fn(() => Promise.resolve());
const toasts = jest.fn();

async function renderWith(data: object): Promise<Rendered> {
  const element = await render('c-cs-nps-inbox', CsNpsInbox);
  element.addEventListener('lightning__showtoast', ((event: CustomEvent) => toasts(event.detail)) as (
    event: Event,
  ) => void);
  graphqlWire.emit({ data, refresh });
  await settle();
  return element;
}

const items = (element: Rendered) => findAll(element, 'c-cs-nps-inbox-item');
const fire = async (element: Rendered, name: string, detail?: object) => {
  items(element)[0]?.dispatchEvent(new CustomEvent(name, { detail }));
  await settle();
};

describe('the NPS inbox', () => {
  beforeEach(() => {
    update.mockResolvedValue(undefined as never);
    mutate.mockResolvedValue({ data: { uiapi: { response: { Record: {} }, answer: { Record: {} } } } });
  });

  afterEach(() => jest.clearAllMocks());

  test('shows what waits, newest first, with whom it may belong to', async () => {
    const element = await renderWith(inboxData([inboxNode('a'), inboxNode('b')]));
    expect(graphqlWire.getLastConfig().variables).toEqual({ status: 'Waiting', after: null });
    expect(find(element, '[data-id="summary"]').textContent).toBe('2 answers waiting');
    expect(items(element)[0]?.answer).toMatchObject({
      name: 'Bob North',
      suggestions: [{ accountId: '001A', name: 'Northwind' }],
    });
    await expect(element).toBeAccessible();
  });

  test('makes the response and settles the answer in one request, and reads again', async () => {
    const element = await renderWith(inboxData([inboxNode('a')]));
    await fire(element, 'assign', { accountId: '001A', name: 'Northwind' });
    expect(mutate).toHaveBeenCalledTimes(1);
    expect(mutate.mock.calls[0]?.[0]?.variables).toEqual({
      response: {
        CS_NPS_Response__c: {
          CS_Account__c: '001A',
          CS_Key__c: 'typeform:a',
          CS_Score__c: 4,
          CS_Responded_On__c: '2026-11-20',
          CS_Survey__c: 'Q4',
          CS_Comment__c: 'Too slow',
        },
      },
      answer: { Id: 'a', CS_NPS_Inbox__c: { CS_Status__c: 'Assigned', CS_Account__c: '001A' } },
    });
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(toasts).toHaveBeenCalledWith(
      expect.objectContaining({ title: 'The answer is now with Northwind' }),
    );
  });

  test('says at the answer why it could not be assigned', async () => {
    mutate.mockResolvedValue({ errors: [{ message: 'duplicate value found: CS_Key__c' }] } as never);
    const element = await renderWith(inboxData([inboxNode('a'), inboxNode('b')]));
    await fire(element, 'assign', { accountId: '001A', name: 'Northwind' });
    expect(items(element).map(({ refusal }) => refusal)).toEqual(['duplicate value found: CS_Key__c', '']);
    expect(toasts).not.toHaveBeenCalled();
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test('dismisses an answer, and takes that back', async () => {
    const element = await renderWith(inboxData([inboxNode('a')]));
    await fire(element, 'dismiss');
    expect(update).toHaveBeenLastCalledWith({ fields: { Id: 'a', CS_Status__c: 'Dismissed' } });
    expect(find(element, '[data-id="dismissed"]').textContent).toContain(
      'The answer of Bob North was dismissed.',
    );
    await expect(element).toBeAccessible();
    find(element, '[data-id="undo"]').click();
    await settle();
    expect(update).toHaveBeenLastCalledWith({ fields: { Id: 'a', CS_Status__c: 'Waiting' } });
    expect(findAll(element, '[data-id="dismissed"]')).toHaveLength(0);
  });

  test('lists the dismissed ones, and puts one back', async () => {
    const element = await renderWith(inboxData([]));
    const group = find(element, 'lightning-radio-group');
    group.dispatchEvent(new CustomEvent('change', { detail: { value: 'Dismissed' } }));
    await settle();
    expect(graphqlWire.getLastConfig().variables).toEqual({ status: 'Dismissed', after: null });
    graphqlWire.emit({ data: inboxData([inboxNode('a')]), refresh });
    await settle();
    await fire(element, 'restore');
    expect(update).toHaveBeenLastCalledWith({ fields: { Id: 'a', CS_Status__c: 'Waiting' } });
  });

  test('reads on where there are more', async () => {
    const element = await renderWith(inboxData([inboxNode('a')], 2, 'cursor'));
    expect(find(element, '[data-id="summary"]').textContent).toBe('2 answers waiting, the newest 1 shown');
    find(element, '[data-id="more"]').click();
    await settle();
    expect(graphqlWire.getLastConfig().variables).toEqual({ status: 'Waiting', after: 'cursor' });
    graphqlWire.emit({ data: inboxData([inboxNode('b')], 2), refresh });
    await settle();
    expect(items(element)).toHaveLength(2);
    expect(findAll(element, '[data-id="more"]')).toHaveLength(0);
  });

  test('takes suggestions that are not what the companion writes for none', async () => {
    const nodes = ['{', '{"a":1}', '[1,{"name":"x"}]'].map((CS_Suggestions__c, index) =>
      inboxNode(String(index), { CS_Suggestions__c }),
    );
    const element = await renderWith(inboxData(nodes));
    expect(items(element).map((item) => (item.answer as { suggestions: unknown[] }).suggestions)).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('says that nothing waits', async () => {
    const element = await renderWith(inboxData([]));
    expect(find(element, '[data-id="empty"]').textContent).toContain('Every answer found its account.');
    await expect(element).toBeAccessible();
  });

  test('keeps its place while it loads, tells whom to ask for access, and why it could not load', async () => {
    const element = await render('c-cs-nps-inbox', CsNpsInbox);
    expect(findAll(element, '.card-stencil lightning-spinner')).toHaveLength(1);
    graphqlWire.emit({ errors: [{ message: 'The org is down' }] });
    await settle();
    expect(find(element, 'c-cs-error-panel').heading).toBe('The answers could not be loaded');
    const message = "Validation error of type FieldUndefined: Field 'CS_NPS_Inbox__c' in type 'RecordQuery'";
    graphqlWire.emit({ data: {}, errors: [{ message }] });
    await settle();
    expect(find(element, '[data-id="no-access"]').textContent).toContain('permission set');
    expect(textOf(element)).not.toContain('Validation error');
    await expect(element).toBeAccessible();
  });
});
