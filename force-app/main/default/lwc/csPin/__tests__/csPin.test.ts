import CsPin from 'c/csPin';
import { createRecord, deleteRecord } from 'lightning/uiRecordApi';
import type { Pin } from 'c/csPins';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';
import { graphqlWire } from 'test/wires';
import { pinOf, pinsData } from '../../csPins/__tests__/pins';

const create = jest.mocked(createRecord);
const refresh = jest.fn(() => Promise.resolve());

async function renderWith(pins: Pin[], properties: Record<string, unknown>): Promise<Rendered> {
  const element = await render('c-cs-pin', CsPin, properties);
  graphqlWire.emit({ data: pinsData(...pins), refresh });
  await settle();
  return element;
}

const inRow = (...pins: Pin[]) => renderWith(pins, { accountId: 'acc1', accountName: 'Acme' });

async function click(element: Rendered): Promise<jest.Mock> {
  const toast = jest.fn();
  element.addEventListener('lightning__showtoast', toast);
  find(element, '[data-id="toggle"]').click();
  await settle();
  return toast;
}

describe('c-cs-pin', () => {
  test('is an icon in a row that says which account it pins', async () => {
    const toggle = find(await inRow(), 'lightning-button-icon-stateful');
    expect(toggle).toMatchObject({
      alternativeText: 'Pin Acme to My Focus',
      selected: false,
      disabled: false,
    });
  });

  test('is a button with words on a record page', async () => {
    const element = await renderWith([pinOf()], { recordId: 'acc1' });
    expect(find(element, 'lightning-button-stateful')).toMatchObject({
      labelWhenOff: 'Pin to My Focus',
      selected: true,
    });
    await expect(element).toBeAccessible();
  });

  test('is pressed where the account is pinned, not where another one is or it is only put aside', async () => {
    const pressed = async (pin: Pin) => find(await inRow(pin), '[data-id="toggle"]').selected;
    expect(await pressed(pinOf())).toBe(true);
    expect(await pressed(pinOf({ accountId: 'acc2' }))).toBe(false);
    expect(await pressed(pinOf({ isPinned: false, dismissedUntil: '2026-12-01' }))).toBe(false);
  });

  test('pins, says so, and lets the list be read again', async () => {
    const toast = await click(await inRow(pinOf({ accountId: 'acc2', order: 2 })));
    expect(create.mock.calls[0]?.[0].fields).toMatchObject({ CS_Account__c: 'acc1', CS_Order__c: 3 });
    expect(toast.mock.calls[0][0].detail).toMatchObject({ title: 'Pinned to My Focus', message: 'Acme' });
    expect(refresh).toHaveBeenCalled();
  });

  test('unpins', async () => {
    const toast = await click(await inRow(pinOf()));
    expect(deleteRecord).toHaveBeenCalledWith('pin1');
    expect(toast.mock.calls[0][0].detail).toMatchObject({ title: 'Unpinned from My Focus' });
  });

  test('says why a pin was not saved, and can be pressed again', async () => {
    create.mockRejectedValueOnce({ body: { message: 'duplicate value found' } });
    const element = await inRow();
    const toast = await click(element);
    expect(toast.mock.calls[0][0].detail).toMatchObject({
      variant: 'error',
      message: 'duplicate value found',
    });
    expect(find(element, '[data-id="toggle"]').disabled).toBe(false);
  });

  test('cannot be pressed again before the list has been read again', async () => {
    let isRead = (): void => undefined;
    refresh.mockImplementationOnce(() => new Promise((resolve) => (isRead = resolve)));
    const element = await inRow();
    await click(element);
    expect(find(element, '[data-id="toggle"]').disabled).toBe(true);
    graphqlWire.emit({ data: pinsData(pinOf()), refresh });
    isRead();
    await settle();
    expect(find(element, '[data-id="toggle"]')).toMatchObject({ disabled: false, selected: true });
  });

  test('cannot be pressed before the pins are known', async () => {
    const element = await render('c-cs-pin', CsPin, { accountId: 'acc1' });
    expect(find(element, '[data-id="toggle"]').disabled).toBe(true);
    await click(element);
    expect(create).not.toHaveBeenCalled();
  });

  test('says why the pins could not be loaded', async () => {
    const element = await render('c-cs-pin', CsPin, { accountId: 'acc1' });
    graphqlWire.emit({ errors: [{ message: 'Server too busy.' }] });
    await settle();
    expect(find(element, '[data-id="toggle"]').title).toBe('Pins could not be loaded: Server too busy.');
  });

  test('is not there for a user who may not keep pins', async () => {
    const element = await render('c-cs-pin', CsPin, { accountId: 'acc1' });
    graphqlWire.emit({
      data: {},
      errors: [{ message: "Validation error of type FieldUndefined: Field 'x'" }],
    });
    await settle();
    expect(findAll(element, '[data-id="toggle"]')).toHaveLength(0);
  });
});
