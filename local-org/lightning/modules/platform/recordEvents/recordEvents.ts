type Listener = (recordIds: readonly string[]) => void;

const listeners = new Set<Listener>();

/** Tells everything on the page that shows these records that they may have changed in the org. */
export function announceRecordChange(recordIds: readonly string[]): void {
  for (const listener of [...listeners]) listener(recordIds);
}

/** Calls back on every announced change; answers how to stop. */
export function onRecordChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
