import { KINDS, plainText } from 'c/csTimelineEvents';
import type { TimelineEvent, TimelineKind } from 'c/csTimelineEvents';

/** What the user narrows the timeline to. */
export interface TimelineFilter {
  /** None for every kind. */
  kinds: readonly TimelineKind[];
  /** Name of a person; empty for everybody. */
  person: string;
  /** Words that must all occur; empty for anything. */
  text: string;
}

/** Nothing is left out. */
export const NO_FILTER: TimelineFilter = { kinds: [], person: '', text: '' };

/** A kind with how many events of it are loaded. */
export interface KindCount {
  kind: TimelineKind;
  label: string;
  count: number;
}

// Stripping rich text of its tags at every key would be felt.
const searchTexts = new WeakMap<TimelineEvent, string>();

/** Whether anything is left out. */
export function isFiltering({ kinds, person, text }: TimelineFilter): boolean {
  return kinds.length > 0 || person !== '' || text.trim() !== '';
}

/** The events that the filter lets through, in their order. */
export function filterEvents(events: readonly TimelineEvent[], filter: TimelineFilter): TimelineEvent[] {
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return events.filter(
    (event) =>
      (filter.kinds.length === 0 || filter.kinds.includes(event.kind)) &&
      (filter.person === '' || event.person === filter.person) &&
      words.every((word) => searchText(event).includes(word)),
  );
}

/** The kinds that occur, in their order, with how often. */
export function countKinds(events: readonly TimelineEvent[]): KindCount[] {
  return KINDS.map(({ kind, label }) => ({
    kind,
    label,
    count: events.filter((event) => event.kind === kind).length,
  })).filter(({ count }) => count > 0);
}

/** Everybody who occurs, by name. */
export function peopleOf(events: readonly TimelineEvent[]): string[] {
  return [...new Set(events.map(({ person }) => person))].filter(Boolean).sort((a, b) => a.localeCompare(b));
}

function searchText(event: TimelineEvent): string {
  const known = searchTexts.get(event);
  if (known !== undefined) return known;
  const body = event.isRich ? plainText(event.body) : event.body;
  const facts = event.facts.map(({ value }) => value);
  const text = [event.title, event.summary, body, event.person, ...facts].join('\n').toLocaleLowerCase();
  searchTexts.set(event, text);
  return text;
}
