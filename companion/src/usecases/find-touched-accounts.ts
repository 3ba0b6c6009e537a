import { changedSince, deletedSince } from './cursors.ts';
import { SIGNAL_OBJECTS, type Cursor, type OrgReader, type SignalObject, type SyncStore } from './ports.ts';

export type CursorDraft = Map<SignalObject, Cursor>;

/** Where every object stands now, read before the records themselves, so that nothing in between is missed. */
export async function readCursors(reader: OrgReader, now: Date): Promise<CursorDraft> {
  const cursors: CursorDraft = new Map();
  const latest = await Promise.all(SIGNAL_OBJECTS.map((object) => reader.latestModstamp(object)));
  SIGNAL_OBJECTS.forEach((object, index) => {
    const changedTo = latest[index] ?? new Date(0).toISOString();
    cursors.set(object, { changedTo, deletedTo: now.toISOString() });
  });
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
  const looked = await Promise.all(
    SIGNAL_OBJECTS.map(async (object) => {
      const cursor = known.get(object);
      if (!cursor) return null;
      // Side by side, so that the org can be asked for them together.
      const [changed, deleted] = await Promise.all([
        reader.findChanged(object, changedSince(cursor)),
        reader.findDeleted(object, deletedSince(cursor, now), now.toISOString()),
      ]);
      return { object, cursor, changed, deleted };
    }),
  );
  for (const each of looked) {
    if (!each?.deleted.known) return null;
    const { object, cursor, changed, deleted } = each;
    changed.accountIds.forEach((id) => accountIds.add(id));
    changed.recordIds.forEach((id) => recordIds.add(id));
    deleted.recordIds.forEach((id) => recordIds.add(id));
    if (object === 'Account') deleted.recordIds.forEach((id) => accountIds.add(id));
    cursors.set(object, { changedTo: changed.latest ?? cursor.changedTo, deletedTo: deleted.coveredTo });
  }
  for (const id of await store.findAccountsByRecords(orgId, [...recordIds])) accountIds.add(id);
  return { accountIds: [...accountIds].sort(), cursors };
}
