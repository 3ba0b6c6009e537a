import { lastOrder, moved, ordersToWrite } from '../csPinsOrder';
import { pinOf } from './pins';

const pinsWith = (...orders: (number | null)[]) =>
  orders.map((order, index) => pinOf({ id: `pin${index}`, order }));

describe('moved', () => {
  test.each([
    ['down', 0, 2, 'bca'],
    ['up', 2, 0, 'cab'],
    ['nowhere', 1, 1, 'abc'],
    ['what is not there', 7, 0, 'abc'],
  ])('moves %s', (_, from, to, expected) => {
    expect(moved([...'abc'], from, to).join('')).toBe(expected);
  });
});

describe('lastOrder', () => {
  test.each([
    [[], 0],
    [[1, 5, 3], 5],
    [[null], 0],
  ])('of %j is %d', (orders, expected) => {
    expect(lastOrder(pinsWith(...orders))).toBe(expected);
  });
});

describe('ordersToWrite', () => {
  test.each([
    ['between its neighbours', [1, 9, 2], 1, [{ id: 'pin1', order: 1.5 }]],
    ['before the first', [9, 1, 2], 0, [{ id: 'pin0', order: 0 }]],
    ['after the last', [1, 2, 0], 2, [{ id: 'pin2', order: 3 }]],
    ['alone', [null], 0, [{ id: 'pin0', order: 0 }]],
  ])('writes one pin when it was moved %s', (_, orders, index, expected) => {
    expect(ordersToWrite(pinsWith(...orders), index)).toEqual(expected);
  });

  test.each([
    ['no room is left between the neighbours', [1, 9, 1.001], 1],
    ['two others have the same order', [1, 1, 9], 2],
    ['another has none', [null, 9, 1], 1],
  ])('numbers all anew where %s', (_, orders, index) => {
    expect(ordersToWrite(pinsWith(...orders), index)).toEqual([
      { id: 'pin0', order: 1 },
      { id: 'pin1', order: 2 },
      { id: 'pin2', order: 3 },
    ]);
  });

  test('keeps three decimals, as the field does, through moves into the same gap', () => {
    let pins = pinsWith(1, 2, 3);
    for (let turn = 0; turn < 30; turn += 1) {
      pins = moved(pins, 2, 1);
      for (const { id, order } of ordersToWrite(pins, 1)) {
        pins = pins.map((pin) => (pin.id === id ? { ...pin, order } : pin));
        expect(order).toBe(Math.round(order * 1_000) / 1_000);
      }
      const orders = pins.map(({ order }) => order ?? 0);
      expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
    }
  });

  test('writes nothing for a place that does not exist', () => {
    expect(ordersToWrite(pinsWith(1), 4)).toEqual([]);
  });
});
