import type { ChartEvent, ChartPoint } from '../chartMarks';

/** A point of one calculated score on the line, with whatever else is given. */
export function pointOf(day: string, score: number, more: Partial<ChartPoint> = {}): ChartPoint {
  const alone = { count: 1, low: score, high: score, from: day, to: day };
  return {
    id: `${day} ${more.source ?? ''}`,
    day,
    score,
    source: 'Calculated',
    comment: '',
    by: '',
    isStanding: true,
    gapDays: null,
    ...alone,
    ...more,
  };
}

/** The start of a playbook, with whatever else is given. */
export function eventOf(day: string, more: Partial<ChartEvent> = {}): ChartEvent {
  return { id: `e-${day}`, day, kind: 'playbook', text: 'Playbook started: Rescue', ...more };
}

/** So many days from 2025 on, each with a score. */
export function daily(count: number): ChartPoint[] {
  const start = Date.UTC(2025, 0, 1);
  return Array.from({ length: count }, (_, index) =>
    pointOf(new Date(start + index * 86_400_000).toISOString().slice(0, 10), index % 101),
  );
}
