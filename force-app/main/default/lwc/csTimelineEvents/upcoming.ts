import { countOf, dayOf, daysBetween, formatDay, formatMoment } from 'c/csFormat';
import type { PlaybookRun } from 'c/csAccountStory';
import { taskKind } from './activityEvents';
import { kindView } from './timelineEvent';
import type { EventNode, TaskNode, TimelineActivitiesData } from './timelineActivities';

/** Something that is to come, or that should have been done. */
export interface UpcomingItem {
  id: string;
  /** `YYYY-MM-DD`; empty where no day is set. */
  day: string;
  icon: string;
  kindLabel: string;
  title: string;
  /** When, in words. */
  when: string;
  isOverdue: boolean;
  person: string;
  recordId: string | null;
  objectApiName: string;
}

/** What upcoming items are made of. */
export interface UpcomingSources {
  nextTouchpoint: string | null;
  renewal: string | null;
  openTasks: readonly TaskNode[];
  nextEvents: readonly EventNode[];
  runs: readonly PlaybookRun[];
}

/** After every day. */
const NO_DAY = '9999-12-31';

/** The open tasks and coming events of the activities' answer. */
export function readUpcoming({ uiapi }: TimelineActivitiesData) {
  const { open, next } = uiapi.query;
  return { openTasks: open.edges.map(({ node }) => node), nextEvents: next.edges.map(({ node }) => node) };
}

/** What is upcoming, the most urgent first; what has no day comes last. */
export function upcomingItems(sources: UpcomingSources, now: Date): UpcomingItem[] {
  const today = dayOf(now);
  const { nextTouchpoint, renewal, openTasks, nextEvents, runs } = sources;
  return [
    ...(nextTouchpoint
      ? [plain('touchpoint', 'Next touchpoint', nextTouchpoint, 'standard:event', today)]
      : []),
    ...openTasks.map((task) => taskItem(task, today)),
    ...nextEvents.flatMap((event) => eventItem(event, now)),
    ...runs.filter(({ status }) => status === 'Active').flatMap((run) => stepItems(run, today)),
    ...(renewal && renewal >= today
      ? [plain('renewal', 'Renewal', renewal, 'standard:contract', today)]
      : []),
  ].sort((a, b) => (a.day || NO_DAY).localeCompare(b.day || NO_DAY) || a.id.localeCompare(b.id));
}

function plain(id: string, title: string, day: string, icon: string, today: string): UpcomingItem {
  const item = { id, title, icon, kindLabel: '', person: '', recordId: null, objectApiName: '' };
  return { ...item, ...due(day, today) };
}

function taskItem(task: TaskNode, today: string): UpcomingItem {
  const view = kindView(taskKind(task));
  return {
    id: task.Id,
    icon: view.icon,
    kindLabel: 'Task',
    title: task.Subject.value ?? 'Task',
    ...due(task.ActivityDate.value ?? '', today),
    person: task.Owner?.Name?.value ?? '',
    recordId: task.Id,
    objectApiName: 'Task',
  };
}

function eventItem(event: EventNode, now: Date): UpcomingItem[] {
  const start = event.StartDateTime.value;
  const isAllDay = event.IsAllDayEvent.value === true;
  if (!isAllDay && (start === null || Date.parse(start) <= now.getTime())) return [];
  const day = isAllDay ? (event.ActivityDate.value ?? '') : dayOf(new Date(start ?? ''));
  return [
    {
      id: event.Id,
      day,
      icon: kindView('meeting').icon,
      kindLabel: 'Meeting',
      title: event.Subject.value ?? 'Meeting',
      when: isAllDay ? formatDay(day) : formatMoment(start ?? ''),
      isOverdue: false,
      person: event.Owner?.Name?.value ?? '',
      recordId: event.Id,
      objectApiName: 'Event',
    },
  ];
}

function stepItems(run: PlaybookRun, today: string): UpcomingItem[] {
  return run.steps
    .filter(({ status, dueOn }) => status === 'Open' && dueOn !== null)
    .map((step) => ({
      id: step.id,
      icon: kindView('playbook').icon,
      kindLabel: `Step of ${run.name}`,
      title: step.name,
      ...due(step.dueOn ?? '', today),
      person: step.assignedTo,
      recordId: run.id,
      objectApiName: 'CS_Playbook_Run__c',
    }));
}

function due(day: string, today: string): Pick<UpcomingItem, 'day' | 'when' | 'isOverdue'> {
  if (day === '') return { day, when: 'No due date', isOverdue: false };
  const ahead = daysBetween(today, day);
  if (ahead < 0) return { day, when: `Overdue by ${countOf(-ahead, 'day')}`, isOverdue: true };
  return { day, when: ahead === 0 ? 'Today' : formatDay(day), isOverdue: false };
}
