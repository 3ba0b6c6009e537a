import { dayOf } from 'c/csFormat';

/** What the user filters by. */
export type TimelineKind =
  | 'call'
  | 'meeting'
  | 'task'
  | 'email'
  | 'note'
  | 'case'
  | 'nps'
  | 'health'
  | 'risk'
  | 'playbook'
  | 'ownership'
  | 'usage'
  | 'account';

/** How a kind looks; `theme` is the line of the design system's timeline. */
export interface KindView {
  kind: TimelineKind;
  label: string;
  icon: string;
  theme: string;
}

/** The kinds in the order in which they are offered. */
export const KINDS: readonly KindView[] = [
  { kind: 'call', label: 'Calls', icon: 'standard:log_a_call', theme: 'call' },
  { kind: 'meeting', label: 'Meetings', icon: 'standard:event', theme: 'event' },
  { kind: 'email', label: 'Emails', icon: 'standard:email', theme: 'email' },
  { kind: 'task', label: 'Tasks', icon: 'standard:task', theme: 'task' },
  { kind: 'note', label: 'Notes', icon: 'standard:note', theme: 'note' },
  { kind: 'case', label: 'Cases', icon: 'standard:case', theme: 'case' },
  { kind: 'nps', label: 'NPS', icon: 'standard:survey', theme: 'nps' },
  { kind: 'health', label: 'Health', icon: 'standard:dashboard', theme: 'health' },
  { kind: 'risk', label: 'Risk', icon: 'standard:metrics', theme: 'risk' },
  { kind: 'playbook', label: 'Playbooks', icon: 'standard:task2', theme: 'playbook' },
  { kind: 'usage', label: 'Usage', icon: 'standard:entity_milestone', theme: 'usage' },
  { kind: 'ownership', label: 'Ownership', icon: 'standard:user', theme: 'ownership' },
  { kind: 'account', label: 'Account', icon: 'standard:account', theme: 'account' },
];

/** A detail that is seen when an event is expanded. */
export interface Fact {
  label: string;
  value: string;
}

/** One thing that happened to an account. */
export interface TimelineEvent {
  /** Id of the record and what happened to it: a case is opened and closed. */
  id: string;
  /** Sorts by time, see `atOfDay` and `atOfMoment`. */
  at: string;
  /** `YYYY-MM-DD`, as it was for the user. */
  day: string;
  /** ISO 8601; null where only the day is known. */
  moment: string | null;
  kind: TimelineKind;
  title: string;
  /** A line below the title; may be empty. */
  summary: string;
  /** What was written about it, seen when expanded; may be empty. */
  body: string;
  /** Whether `body` is HTML. */
  isRich: boolean;
  facts: Fact[];
  /** Name of who did it or said it; empty where nobody is known. */
  person: string;
  /** The record to open; null where there is nothing more to see. */
  recordId: string | null;
  objectApiName: string;
}

/** How a kind looks. */
export function kindView(kind: TimelineKind): KindView {
  const view = KINDS.find((candidate) => candidate.kind === kind);
  if (!view) throw new Error(`No kind of timeline event is called ${kind}`);
  return view;
}

/** Where something sorts of which only the day is known: before what has a time on that day. */
export function atOfDay(day: string): string {
  return `${day}~`;
}

/** Where a moment sorts. Its day for the user comes first, so that days and moments fall into one order. */
export function atOfMoment(iso: string): string {
  const moment = new Date(iso);
  return `${dayOf(moment)}|${moment.toISOString()}`;
}

/** When something happened, known to the day. */
export function onDay(day: string): Pick<TimelineEvent, 'at' | 'day' | 'moment'> {
  return { at: atOfDay(day), day, moment: null };
}

/** When something happened, known to the minute. */
export function atMoment(iso: string): Pick<TimelineEvent, 'at' | 'day' | 'moment'> {
  return { at: atOfMoment(iso), day: dayOf(new Date(iso)), moment: iso };
}

/** Those facts that have a value. */
export function factsOf(values: Record<string, string | null | undefined>): Fact[] {
  return Object.entries(values).flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
