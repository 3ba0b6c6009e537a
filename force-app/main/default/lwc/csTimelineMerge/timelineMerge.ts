import type { Source, TimelineEntry } from './timelineSource';

/** How far the feed is wanted. */
export interface Wanted {
  /** The earliest `at`; an empty text for the very beginning. */
  from: string;
  /** Entries wanted at least, where there are as many. */
  count: number;
}

/** The feed as far as it is certain. */
export interface Merged<Name, Entry> {
  /** Newest first. No source can still bring one that belongs before the last of these. */
  entries: Entry[];
  /** Sources whose next page can hold an entry that is wanted; empty when nothing is missing. */
  toAsk: Name[];
  /** Sources that hold more of the range than was read, wanted or not. */
  unread: Name[];
  /** Whether older entries exist than `from`, or may exist. */
  hasEarlier: boolean;
}

/**
 * Merges what was read of several sources, by (`at`, Id), newest first.
 *
 * An entry is part of the feed only when it is later than the horizon of every source that has more to bring; until
 * then it is held back, so that what is shown never moves when another page comes.
 */
export function timelineMerge<Name, Entry extends TimelineEntry>(
  sources: ReadonlyMap<Name, Source<Entry>>,
  { from, count }: Wanted,
): Merged<Name, Entry> {
  const all = [...sources.values()].flatMap(({ entries }) => [...entries.values()]).sort(newestFirst);
  const inRange = all.filter(({ at }) => at >= from);
  const horizon = [...sources.values()].reduce((latest, source) => maxOf(latest, source.horizon), '');
  const goal = inRange[count - 1]?.at ?? from;
  const open = [...sources].filter(([, { next }]) => next !== null);
  const reachingTo = (at: string): Name[] =>
    open.filter(([, source]) => (source.horizon ?? '') >= at).map(([name]) => name);
  return {
    entries: inRange.filter(({ at }) => at > horizon),
    toAsk: reachingTo(goal),
    unread: reachingTo(from),
    hasEarlier: all.length > inRange.length || open.length > 0,
  };
}

function newestFirst(a: TimelineEntry, b: TimelineEntry): number {
  return compare(b.at, a.at) || compare(b.id, a.id);
}

/** By code units: a locale's order would put ties elsewhere on another machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function maxOf(a: string, b: string | null): string {
  return b !== null && b > a ? b : a;
}
