import type { Cursor } from './ports.ts';

/** Read again this far behind the cursor: a long transaction commits late with the time it began. */
const OVERLAP_MS = 5 * 60_000;
/** Once an object was looked at this long after its last change, nothing late can come, clocks a little apart or not. */
const SETTLED_AFTER_MS = 2 * OVERLAP_MS;
/** The org answers getDeleted only for spans of more than a minute, and ignores seconds. */
const SHORTEST_DELETED_SPAN_MS = 2 * 60_000;

/** From when on changes of an object have to be read. */
export function changedSince({ changedTo, deletedTo }: Cursor): string {
  const isSettled = Date.parse(deletedTo) - Date.parse(changedTo) > SETTLED_AFTER_MS;
  return new Date(Date.parse(changedTo) + (isSettled ? 1 : -OVERLAP_MS)).toISOString();
}

/** From when on deletions of an object have to be asked for. */
export function deletedSince(cursor: Cursor, now: Date): string {
  const since = Math.min(Date.parse(cursor.deletedTo) - OVERLAP_MS, now.getTime() - SHORTEST_DELETED_SPAN_MS);
  return new Date(since).toISOString();
}
