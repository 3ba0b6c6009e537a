/** What a user began on a page and is done with. */
export interface ActionDone {
  action: string;
  accountId: string | undefined;
  contactId: string | undefined;
}

type Listener = (done: ActionDone) => void;

const listeners = new Set<Listener>();

/**
 * Calls back whenever an action that was begun on this page is over: a card does not hear what its sibling does.
 *
 * @returns how to stop
 */
export function onActionDone(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells every card of the page that an action is over. */
export function announceActionDone(done: ActionDone): void {
  for (const listener of [...listeners]) listener(done);
}
