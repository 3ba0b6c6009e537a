import type { TimelineEvent } from 'c/csTimelineEvents';

/** An event of a timeline with these properties, whatever the rest. */
export function timelineEvent(properties: Partial<TimelineEvent> = {}): TimelineEvent {
  const { day = '2026-11-20', moment = null } = properties;
  return {
    id: 'e1',
    at: moment === null ? `${day}~` : `${day}|${moment}`,
    day,
    moment,
    kind: 'call',
    title: 'Status call',
    summary: '',
    body: '',
    isRich: false,
    facts: [],
    person: 'Dana Reyes',
    recordId: '00T000000000001AAA',
    objectApiName: 'Task',
    ...properties,
  };
}
