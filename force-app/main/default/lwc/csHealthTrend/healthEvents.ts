import { dayOf, formatDay, isDay } from 'c/csFormat';
import type { AccountStory, StoryChange } from 'c/csAccountStory';

/** What kind of thing happened; each has a mark of its own in the chart. */
export type EventKind = 'people' | 'renewal' | 'playbook' | 'escalation' | 'scoring';

/** Something that happened to the account and may be why its health moved. */
export interface HealthEvent {
  id: string;
  /** `YYYY-MM-DD` */
  day: string;
  kind: EventKind;
  text: string;
}

/** The changes that are told in the chart. A band follows from health, so it would repeat the line. */
const CHANGES: Readonly<Record<string, { kind: EventKind; what: string }>> = {
  CSM: { kind: 'people', what: 'CSM' },
  Owner: { kind: 'people', what: 'Owner' },
  'Renewal Date': { kind: 'renewal', what: 'Renewal date' },
  'Scoring Configuration': { kind: 'scoring', what: 'Scoring' },
};

/** What happened to the account, oldest first. */
export function readEvents({ changes, runs, escalations }: AccountStory): HealthEvent[] {
  const events: HealthEvent[] = [
    ...changes.items.flatMap(readChange),
    ...runs.items.map(({ id, name, startedOn }) => ({
      id,
      day: startedOn,
      kind: 'playbook' as const,
      text: `Playbook started: ${name}`,
    })),
    ...escalations.map(({ id, number, subject, openedAt }) => ({
      id,
      day: dayOf(new Date(openedAt)),
      kind: 'escalation' as const,
      text: `Case opened that was escalated: ${subject || number}`,
    })),
  ];
  return events.sort((a, b) => a.day.localeCompare(b.day));
}

function readChange({ id, type, at, from, to, reason }: StoryChange): HealthEvent[] {
  const told = CHANGES[type];
  if (!told) return [];
  const values = [from, to].map((value) => (isDay(value) ? formatDay(value) : value || 'nobody'));
  const text = from === '' && told.kind !== 'people' ? String(values[1]) : values.join(' → ');
  return [
    {
      id,
      day: dayOf(new Date(at)),
      kind: told.kind,
      text: `${told.what}: ${text}${reason ? ` (${reason})` : ''}`,
    },
  ];
}
