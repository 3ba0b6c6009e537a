import { countOf, dayOf, formatDay } from 'c/csFormat';
import { firstLine } from './plainText';
import { atMoment, atOfDay, atOfMoment, factsOf, onDay } from './timelineEvent';
import type { TimelineEvent, TimelineKind } from './timelineEvent';
import type { Reading } from './timelineConnection';
import type { EventNode, TaskNode } from './timelineActivities';

/** Finished tasks with a due date, by that. */
export const DATED_TASKS: Reading<TaskNode> = {
  orderedBy: ({ ActivityDate }) => ActivityDate.value,
  at: atOfDay,
  events: (nodes) => nodes.flatMap((node) => taskEvents(node, onDay, node.ActivityDate.value)),
};

/** Finished tasks without a due date or ahead of it, by when they were finished. */
export const UNDATED_TASKS: Reading<TaskNode> = {
  orderedBy: ({ CompletedDateTime }) => CompletedDateTime.value,
  at: atOfMoment,
  events: (nodes) => nodes.flatMap((node) => taskEvents(node, atMoment, node.CompletedDateTime.value)),
};

/** Meetings at an hour. */
export const MEETINGS: Reading<EventNode> = {
  orderedBy: ({ StartDateTime }) => StartDateTime.value,
  at: atOfMoment,
  events: (nodes) => nodes.flatMap((node) => meetingEvents(node, atMoment, node.StartDateTime.value)),
};

/** Meetings of whole days. */
export const ALL_DAY_MEETINGS: Reading<EventNode> = {
  orderedBy: ({ ActivityDate }) => ActivityDate.value,
  at: atOfDay,
  events: (nodes) => nodes.flatMap((node) => meetingEvents(node, onDay, node.ActivityDate.value)),
};

const KIND_OF_SUBTYPE: Record<string, TimelineKind> = { Call: 'call', Email: 'email', 'List Email': 'email' };

/** What a task is by its subtype; what other products log is a task. */
export function taskKind({ TaskSubtype }: TaskNode): TimelineKind {
  return KIND_OF_SUBTYPE[TaskSubtype.value ?? ''] ?? 'task';
}

type When = typeof onDay | typeof atMoment;

function taskEvents(node: TaskNode, when: When, value: string | null): TimelineEvent[] {
  if (value === null) return [];
  const kind = taskKind(node);
  const finished = node.CompletedDateTime.value;
  const isTask = kind === 'task';
  return [
    {
      id: `${node.Id}:done`,
      ...when(value),
      ...written(node),
      kind,
      title: node.Subject.value ?? (isTask ? 'Task' : 'Talk'),
      facts: factsOf({
        With: node.Who?.Name?.value,
        Status: node.Status?.value,
        Priority: isTask ? node.Priority?.value : null,
        Finished: isTask && finished ? formatDay(dayOf(new Date(finished))) : null,
      }),
      objectApiName: 'Task',
    },
  ];
}

function meetingEvents(node: EventNode, when: When, value: string | null): TimelineEvent[] {
  if (value === null) return [];
  const minutes = node.DurationInMinutes?.value;
  return [
    {
      id: `${node.Id}:met`,
      ...when(value),
      ...written(node),
      kind: 'meeting',
      title: node.Subject.value ?? 'Meeting',
      facts: factsOf({
        With: node.Who?.Name?.value,
        Location: node.Location?.value,
        Duration: minutes ? countOf(minutes, 'minute') : null,
      }),
      objectApiName: 'Event',
    },
  ];
}

function written(node: TaskNode | EventNode) {
  const body = node.Description?.value ?? '';
  const contact = node.Who?.Name?.value;
  return {
    summary: firstLine(body) || (contact ? `With ${contact}` : ''),
    body,
    isRich: false,
    person: node.Owner?.Name?.value ?? '',
    recordId: node.Id,
  };
}
