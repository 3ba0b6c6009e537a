import type { Connection, Value } from './timelineConnection';

interface Named {
  Name?: Value<string>;
}

/** A task: a call, an email or something to do. */
export interface TaskNode {
  Id: string;
  Subject: Value<string>;
  ActivityDate: Value<string>;
  CompletedDateTime: Value<string>;
  TaskSubtype: Value<string>;
  Status?: Value<string>;
  Priority?: Value<string>;
  Description?: Value<string>;
  Owner?: Named | null;
  Who?: Named | null;
}

/** A meeting. */
export interface EventNode {
  Id: string;
  Subject: Value<string>;
  StartDateTime: Value<string>;
  ActivityDate: Value<string>;
  IsAllDayEvent: Value<boolean>;
  DurationInMinutes?: Value<number>;
  Location?: Value<string>;
  Description?: Value<string>;
  Owner?: Named | null;
  Who?: Named | null;
}

/** The answer to `TIMELINE_ACTIVITIES`. */
export interface TimelineActivitiesData {
  uiapi: {
    query: {
      dated: Connection<TaskNode>;
      undated: Connection<TaskNode>;
      open: Connection<TaskNode>;
      meetings: Connection<EventNode>;
      allDay: Connection<EventNode>;
      next: Connection<EventNode>;
    };
  };
}
