import type { Pin, PinNode } from 'c/csPins';

/** A pinned account, the first of the list unless the test says otherwise. */
export function pinOf(fields: Partial<Pin> = {}): Pin {
  return { id: 'pin1', accountId: 'acc1', isPinned: true, order: 1, dismissedUntil: null, ...fields };
}

/** The record behind a pin, as GraphQL answers. */
export function pinNode({ id, accountId, isPinned, order, dismissedUntil }: Pin): PinNode {
  return {
    Id: id,
    CS_Account__c: { value: accountId },
    CS_Pinned__c: { value: isPinned },
    CS_Order__c: { value: order },
    CS_Dismissed_Until__c: { value: dismissedUntil },
  };
}

/** The answer to the query of the user's pins. */
export function pinsData(...pins: Pin[]): object {
  const edges = pins.map((pin) => ({ node: pinNode(pin) }));
  return { uiapi: { query: { CS_Pinned_Account__c: { edges } } } };
}
