import type { SaveContext } from './behaviour.ts';

const CLOSED_STATUSES: ReadonlySet<string> = new Set(['Closed']);

/** Keeps IsClosed and ClosedDate in step with Status, and takes the account of the contact. */
export function saveCase({ row, before, now, find }: SaveContext): void {
  const closed = CLOSED_STATUSES.has(String(row.Status));
  row.IsClosed = closed ? 1 : 0;
  if (!closed) row.ClosedDate = null;
  else if (before?.IsClosed !== 1) row.ClosedDate = row.ClosedDate ?? now;
  if (!before && row.AccountId == null && row.ContactId != null) {
    row.AccountId = find(String(row.ContactId))?.AccountId ?? null;
  }
}
