import { round } from './chartFrame';

/** What happened, by kind: each has a shape of its own, so that it is told apart without colour. */
export type EventKind = 'people' | 'renewal' | 'playbook' | 'escalation' | 'scoring';

const RADIUS = 4;

/** Shapes of 10 by 10, their middle at the origin. */
const EVENT_SHAPES: Readonly<Record<EventKind, string>> = {
  people: 'M0 -5a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0 -4.8ZM-4.5 5a4.5 4.4 0 0 1 9 0Z',
  renewal: 'M-4.5 -4h2v-1.5h1.4v1.5h2.2v-1.5h1.4v1.5h2v9h-9ZM-3 -1v4.6h6v-4.6Z',
  playbook: 'M-3.5 -5l8 5l-8 5Z',
  escalation: 'M0 -5.5l5.5 10h-11Z',
  scoring: 'M-5 -2.5l5 -2.9l5 2.9v5l-5 2.9l-5 -2.9Z',
};

/** What each kind is called in the legend. */
export const EVENT_LABELS: Readonly<Record<EventKind, string>> = {
  people: 'CSM or owner change',
  renewal: 'renewal',
  playbook: 'playbook started',
  escalation: 'escalated case',
  scoring: 'scoring changed',
};

/** The kinds in the order of the legend. */
export const EVENT_KINDS = Object.keys(EVENT_LABELS) as EventKind[];

/** The shape of a kind of event. */
export function eventShape(kind: EventKind): string {
  return EVENT_SHAPES[kind];
}

/** A circle for what was calculated, a diamond for what a person set, its middle at `x`, `y`. */
export function pointShape(source: 'Manual' | 'Calculated', x = 0, y = 0): string {
  if (source === 'Calculated') {
    const r = RADIUS;
    return `M${round(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
  const r = RADIUS * 1.5;
  return `M${x} ${round(y - r)}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z`;
}
