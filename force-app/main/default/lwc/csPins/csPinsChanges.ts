/** Reads again what it shows; done when that is done. */
type Listener = () => Promise<unknown> | undefined;

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

/** Tells everything on the page that shows pins to ask again; done when all have, whether they could or not. */
export async function announcePinsChanged(): Promise<void> {
  await Promise.allSettled([...listeners].map((listener) => listener()));
}
