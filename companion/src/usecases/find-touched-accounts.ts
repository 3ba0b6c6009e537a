import { changedSince, deletedSince } from './cursors.ts';
import { SIGNAL_OBJECTS, type Cursor, type OrgReader, type SignalObject, type SyncStore } from './ports.ts';

export type CursorDraft = Map<SignalObject, Cursor>;

/** Where every object stands now, read before the records themselves, so that nothing in between is missed. */
export async function readCursors(reader: OrgReader, now: Date): Promise<CursorDraft> {
  const cursors: CursorDraft = new Map();
  for (const object of SIGNAL_OBJECTS) {
    const latest = await reader.latestModstamp(object);
    cursors.set(object, { changedTo: latest ?? new Date(0).toISOString(), deletedTo: now.toISOString() });
  }
  return cursors;
}

/**
 * The accounts that a changed or deleted record belongs to, or belonged to when it was last read. Null when the org no
 * longer knows all deletions since the last run, or a cursor is missing: then everything has to be read.
 */
export async function findTouchedAccounts(
  orgId: string,
  { reader, store }: { reader: OrgReader; store: SyncStore },
  now: Date,
): Promise<{ accountIds: string[]; cursors: CursorDraft } | null> {
  const known = await store.cursors(orgId);
  const accountIds = new Set<string>();
  const recordIds = new Set<string>();
  const cursors: CursorDraft = new Map();
  for (const object of SIGNAL_OBJECTS) {
    const cursor = known.get(object);
    if (!cursor) return null;
    const changed = await reader.findChanged(object, changedSince(cursor));
    changed.accountIds.forEach((id) => accountIds.add(id));
    changed.recordIds.forEach((id) => recordIds.add(id));
    const deleted = await reader.findDeleted(object, deletedSince(cursor, now), now.toISOString());
    if (!deleted.known) return null;
    deleted.recordIds.forEach((id) => recordIds.add(id));
    if (object === 'Account') deleted.recordIds.forEach((id) => accountIds.add(id));
    cursors.set(object, { changedTo: changed.latest ?? cursor.changedTo, deletedTo: deleted.coveredTo });
  }
  for (const id of await store.findAccountsByRecords(orgId, [...recordIds])) accountIds.add(id);
  return { accountIds: [...accountIds].sort(), cursors };
}
