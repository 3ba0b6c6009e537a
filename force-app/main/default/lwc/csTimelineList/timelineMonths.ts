import { countOf, formatMonth } from 'c/csFormat';
import type { TimelineEvent } from 'c/csTimelineEvents';

/** Rows that are drawn or left out together: few, so that drawing them does not hold up a frame. */
const CHUNK_SIZE = 10;

/** Chunks at the top that are drawn before it is known what is near the screen. */
const FIRST_CHUNKS = 3;

/** Up to so many events are all drawn, near the screen or not: the browser's own search finds them, and print does. */
const ALL_DRAWN_UP_TO = 50;

/** A stretch of a month. */
export interface Chunk {
  key: string;
  events: TimelineEvent[];
  /** Place of its first event in the month. */
  start: number;
  /** Events of the month. */
  size: number;
  startsNear: boolean;
  /** Whether it is drawn wherever it is. */
  isKept: boolean;
}

/** The events of a month. */
export interface MonthGroup {
  key: string;
  label: string;
  count: string;
  chunks: Chunk[];
}

/** Events by month, newest first as they are given, in chunks. */
export function groupByMonth(events: readonly TimelineEvent[]): MonthGroup[] {
  const months = new Map<string, TimelineEvent[]>();
  for (const event of events) {
    const month = event.day.slice(0, 7);
    const known = months.get(month);
    if (known) known.push(event);
    else months.set(month, [event]);
  }
  let chunkCount = 0;
  return [...months].map(([key, inMonth]) => ({
    key,
    label: formatMonth(key),
    count: countOf(inMonth.length, 'event'),
    chunks: chunksOf(inMonth).map((chunk, index) => ({
      key: `${key}:${index}`,
      events: chunk,
      start: index * CHUNK_SIZE,
      size: inMonth.length,
      startsNear: chunkCount++ < FIRST_CHUNKS,
      isKept: events.length <= ALL_DRAWN_UP_TO,
    })),
  }));
}

function chunksOf(events: TimelineEvent[]): TimelineEvent[][] {
  const count = Math.ceil(events.length / CHUNK_SIZE);
  return Array.from({ length: count }, (_, index) =>
    events.slice(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE),
  );
}
