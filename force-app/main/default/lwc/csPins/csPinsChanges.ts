type Listener = () => void;

const listeners = new Set<Listener>();

/**
 * Calls back whenever pins were changed on this page: a list in GraphQL does not learn of new records by itself.
 *
 * @returns how to stop
 */
export function onPinsChanged(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells everything on the page that shows pins to ask again. */
export function announcePinsChanged(): void {
  for (const listener of [...listeners]) listener();
}
