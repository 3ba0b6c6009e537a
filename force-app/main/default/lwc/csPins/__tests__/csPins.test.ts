import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import USER_ID from '@salesforce/user/Id';
import { bringBack, onPinsChanged, pinAccount, putAside, readPins, storePlace, unpinAccount } from 'c/csPins';
import type { PinsData } from 'c/csPins';
import { settle } from 'test/render';
import { pinNode, pinOf, pinsData } from './pins';

const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);

describe('reading pins', () => {
  test('keeps the order of the answer', () => {
    const pins = [pinOf({ order: 3, isPinned: false, dismissedUntil: '2026-12-01' }), pinOf({ id: 'pin2' })];
    expect(readPins(pinsData(...pins) as PinsData)).toEqual(pins);
  });

  test('leaves out a pin whose account is gone', () => {
    const node = { ...pinNode(pinOf()), CS_Account__c: { value: null } };
    expect(readPins({ uiapi: { query: { CS_Pinned_Account__c: { edges: [{ node }] } } } })).toEqual([]);
  });
});

describe('changing pins', () => {
  test('pins an account after the others, with one key for user and account', async () => {
    await pinAccount('acc9', [pinOf({ order: 4 })]);
    expect(create).toHaveBeenCalledWith({
      apiName: 'CS_Pinned_Account__c',
      fields: {
        CS_Account__c: 'acc9',
        CS_Key__c: `${USER_ID}:acc9`,
        CS_Pinned__c: true,
        CS_Order__c: 5,
        CS_Dismissed_Until__c: null,
      },
    });
  });

  test('pins an account that was put aside in the record that it has, and brings it back', async () => {
    await pinAccount('acc1', [pinOf({ isPinned: false, order: null, dismissedUntil: '2026-12-01' })]);
    expect(update).toHaveBeenCalledWith({
      fields: { Id: 'pin1', CS_Pinned__c: true, CS_Order__c: 1, CS_Dismissed_Until__c: null },
    });
    expect(create).not.toHaveBeenCalled();
  });

  test('unpins by deleting what was remembered', async () => {
    await unpinAccount(pinOf());
    expect(deleteRecord).toHaveBeenCalledWith('pin1');
  });

  test.each([
    ['one that is not pinned', [], 'create', false],
    ['a pinned one, which stays pinned', [pinOf()], 'update', true],
  ])('puts aside %s', async (_, pins, kind, isPinned) => {
    await putAside('acc1', pins, '2026-12-01');
    const input = (kind === 'create' ? create : update).mock.calls[0]?.[0];
    expect(input?.fields).toMatchObject({ CS_Pinned__c: isPinned, CS_Dismissed_Until__c: '2026-12-01' });
  });

  test('brings a pinned account back to its place, and forgets one that is not pinned', async () => {
    await bringBack(pinOf({ dismissedUntil: '2026-12-01' }));
    await bringBack(pinOf({ id: 'pin2', isPinned: false, dismissedUntil: '2026-12-01' }));
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'pin1', CS_Dismissed_Until__c: null } });
    expect(deleteRecord).toHaveBeenCalledWith('pin2');
  });

  test('stores a new place', async () => {
    await storePlace([pinOf({ id: 'pin2', order: 2 }), pinOf({ order: 1 })], 0);
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'pin2', CS_Order__c: 0 } });
  });

  test('tells those who listen, whether it worked or not, until they stop', async () => {
    const listener = jest.fn();
    const stop = onPinsChanged(listener);
    await unpinAccount(pinOf());
    update.mockRejectedValueOnce(new Error('Locked'));
    await expect(putAside('acc1', [pinOf()], '2026-12-01')).rejects.toThrow('Locked');
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    await unpinAccount(pinOf());
    expect(listener).toHaveBeenCalledTimes(2);
  });

  test('is over once those who listen have read again, even where one of them could not', async () => {
    let isRead = (): void => undefined;
    const stops = [
      onPinsChanged(() => new Promise<void>((resolve) => (isRead = resolve))),
      onPinsChanged(() => Promise.reject(new Error('Server too busy'))),
    ];
    const over = jest.fn();
    const change = unpinAccount(pinOf()).then(over);
    await settle();
    expect(over).not.toHaveBeenCalled();
    isRead();
    await change;
    expect(over).toHaveBeenCalledTimes(1);
    stops.forEach((stop) => stop());
  });
});
