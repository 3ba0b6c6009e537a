import { countOf, formatDay, formatNumber } from 'c/csFormat';

/** What the table needs of a point; days as `YYYY-MM-DD`. */
export interface TablePoint {
  id: string;
  score: number;
  source: 'Manual' | 'Calculated';
  /** Scores behind it, the lowest and the highest, the first and the last day. */
  count: number;
  low: number;
  high: number;
  from: string;
  to: string;
  comment: string;
  by: string;
  gapDays: number | null;
}

/** What the table needs of an event. */
export interface TableEvent {
  id: string;
  day: string;
  text: string;
}

/** A line of the table. */
export interface TableRow {
  id: string;
  day: string;
  score: string;
  what: string;
  note: string;
}

/** Scores and what happened, as the chart shows them, latest first. A gap in the line is a row that says so. */
export function listRows(points: readonly TablePoint[], events: readonly TableEvent[]): TableRow[] {
  const rows = [
    ...events.map((event) => ({ at: event.day, rows: [rowOfEvent(event)] })),
    ...points.map((point) => ({ at: point.to, rows: [...rowsOfGap(point), rowOfPoint(point)] })),
  ];
  // Built in the order of time and turned round, so that on one day what happened last comes first.
  return rows
    .sort((a, b) => a.at.localeCompare(b.at))
    .flatMap((each) => each.rows)
    .reverse();
}

function rowOfEvent({ id, day, text }: TableEvent): TableRow {
  return { id: `event ${id}`, day: formatDay(day), score: '', what: 'Event', note: text };
}

function rowsOfGap({ id, gapDays }: TablePoint): TableRow[] {
  if (gapDays === null) return [];
  return [{ id: `gap ${id}`, day: '', score: '', what: `No score for ${countOf(gapDays, 'day')}`, note: '' }];
}

function rowOfPoint(point: TablePoint): TableRow {
  const { id, score, source, count, low, high, from, to, comment, by } = point;
  const day = from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`;
  const name = source === 'Manual' ? 'Set by hand' : 'Calculated';
  const range = `${formatNumber(low)} to ${formatNumber(high)}`;
  const what =
    count === 1 ? `${name}${by ? ` by ${by}` : ''}` : `${name}, mean of ${countOf(count, 'score')}, ${range}`;
  return { id, day, score: formatNumber(score), what, note: comment };
}
