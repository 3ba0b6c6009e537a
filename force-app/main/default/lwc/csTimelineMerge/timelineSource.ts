/** What the merge needs to know of an entry. */
export interface TimelineEntry {
  /** Unique over all sources. */
  id: string;
  /** When it happened, as a text that sorts by time. */
  at: string;
}

/** Where a page begins: at the newest record that is not later than `until`. */
export interface PageStart {
  /** Value of the field that the source is ordered by. */
  until: string;
  /** Cursor among the records of that query; null for its first page. */
  after: string | null;
}

/** One page of a source, as it was read. */
export interface SourcePage<Entry extends TimelineEntry> {
  entries: readonly Entry[];
  /** Whether older records exist. */
  hasMore: boolean;
  /** `at` of the oldest record of the page, also of one that makes no entry; null on an empty page. */
  reachedAt: string | null;
  /** Value of the field ordered by, of that record. */
  reachedValue: string | null;
  endCursor: string | null;
}

/** One kind of records, read from the newest towards the oldest. */
export interface Source<Entry extends TimelineEntry> {
  entries: ReadonlyMap<string, Entry>;
  /** Entries up to and including this `at` may still be unread; null once everything is read. */
  horizon: string | null;
  /** Where the next page begins; null when there is none. */
  next: PageStart | null;
}

/** Later than any `at`. */
const AHEAD_OF_ALL = '\uffff';

/** A source of which nothing is read yet. */
export function newSource<Entry extends TimelineEntry>(start: PageStart): Source<Entry> {
  return { entries: new Map(), horizon: AHEAD_OF_ALL, next: start };
}

/**
 * A source with one more page.
 *
 * The next page begins at the time that this one reached, not at an offset: a cursor of the platform counts records,
 * so that one that is inserted or deleted in between would shift what follows. Records of that very time come twice
 * and are told apart by their Id. Only where a whole page is of one time does its cursor go on.
 */
export function addPage<Entry extends TimelineEntry>(
  source: Source<Entry>,
  start: PageStart,
  page: SourcePage<Entry>,
): Source<Entry> {
  const entries = new Map(source.entries);
  for (const entry of page.entries) entries.set(entry.id, entry);
  const { hasMore, reachedAt, reachedValue, endCursor } = page;
  if (!hasMore || reachedAt === null || reachedValue === null) return { entries, horizon: null, next: null };
  const isOneTime = reachedValue === start.until;
  const next = isOneTime ? { until: start.until, after: endCursor } : { until: reachedValue, after: null };
  return { entries, horizon: reachedAt, next };
}

/**
 * A source whose first page was read again: what changed, came or went in it is taken over, and what had been read
 * beyond it stays.
 */
export function renewFirstPage<Entry extends TimelineEntry>(
  source: Source<Entry>,
  start: PageStart,
  page: SourcePage<Entry>,
): Source<Entry> {
  if (source.horizon === AHEAD_OF_ALL) return addPage(source, start, page);
  const reached = page.hasMore ? (page.reachedAt ?? '') : '';
  const older = [...source.entries].filter(([, { at }]) => at < reached);
  return {
    ...source,
    entries: new Map([...older, ...page.entries.map((entry) => [entry.id, entry] as const)]),
  };
}

/** A source as if there were nothing more to read, where reading on has failed. */
export function closedSource<Entry extends TimelineEntry>(source: Source<Entry>): Source<Entry> {
  return { ...source, horizon: null, next: null };
}
