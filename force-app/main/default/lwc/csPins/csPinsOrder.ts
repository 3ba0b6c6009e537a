import type { Pin } from './csPinsQuery';

/** Orders closer than this cannot be told apart from what lies between them: `CS_Order__c` has three decimals. */
const SMALLEST_GAP = 0.002;

/** A pin with the order that has to be written. */
export interface Placed {
  id: string;
  order: number;
}

/** The greatest order among the pins; 0 without any. */
export function lastOrder(pins: readonly Pin[]): number {
  return Math.max(0, ...pins.map(({ order }) => order ?? 0));
}

/** The list with the item at `from` moved to `to`. */
export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const item = list[from];
  if (item === undefined) return [...list];
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/**
 * Which orders to write after the pin at `index` was moved there: its own, halfway between its neighbours; where
 * no room is left between them, or the others are not in order themselves, all are numbered anew.
 */
export function ordersToWrite(pins: readonly Pin[], index: number): Placed[] {
  const pin = pins[index];
  if (!pin) return [];
  const halfway = between(pins[index - 1], pins[index + 1]);
  const isSettled = halfway !== undefined && isInOrder(pins.filter(({ id }) => id !== pin.id));
  return isSettled
    ? [{ id: pin.id, order: halfway }]
    : pins.map(({ id }, place) => ({ id, order: place + 1 }));
}

function isInOrder(pins: readonly Pin[]): boolean {
  return pins.every(({ order }, index) => {
    const before = pins[index - 1];
    return order !== null && (!before || (before.order !== null && before.order < order));
  });
}

/** An order between two neighbours, of which one may be missing; undefined where there is no room. */
function between(before: Pin | undefined, after: Pin | undefined): number | undefined {
  const low = before ? before.order : (after?.order ?? 0) - 2;
  const high = after ? after.order : (before?.order ?? 0) + 2;
  if (low === null || high === null || high - low < SMALLEST_GAP) return undefined;
  return Math.round(((low + high) / 2) * 1_000) / 1_000;
}
