import { z } from 'zod';
import type {
  ActivitySignal,
  CaseSignal,
  HealthScoreSignal,
  NpsAnswerSignal,
  UsageSignal,
} from '../domain/signals.ts';
import { dayOf, isoDateTime } from './values.ts';

export const taskRow = z.object({
  Id: z.string(),
  AccountId: z.string(),
  Subject: z.string().nullable(),
  IsClosed: z.boolean(),
  ActivityDate: z.string().nullable(),
  CompletedDateTime: isoDateTime.nullable(),
});

/**
 * A call logged afterwards carries the day of the call as its due date, and a task done early the day it was done as
 * its completion: the earlier of the two counts. A task without any date says nothing about when, and is left out.
 */
export function toTaskActivity(row: z.infer<typeof taskRow>): ActivitySignal | null {
  const completed = row.IsClosed && row.CompletedDateTime ? dayOf(row.CompletedDateTime) : null;
  const due = row.ActivityDate;
  const on = completed !== null && (due === null || completed < due) ? completed : due;
  if (on === null) return null;
  return {
    object: 'Task',
    id: row.Id,
    label: row.Subject ?? 'Task',
    kind: row.IsClosed ? 'done' : 'open',
    on,
  };
}

export const eventRow = z.object({
  Id: z.string(),
  AccountId: z.string(),
  Subject: z.string().nullable(),
  ActivityDate: z.string().nullable(),
  StartDateTime: isoDateTime.nullable(),
});

export function toEventActivity(row: z.infer<typeof eventRow>): ActivitySignal | null {
  const on = row.ActivityDate ?? (row.StartDateTime ? dayOf(row.StartDateTime) : null);
  if (on === null) return null;
  return { object: 'Event', id: row.Id, label: row.Subject ?? 'Event', kind: 'event', on };
}

export const noteRow = z.object({
  Id: z.string(),
  CS_Account__c: z.string(),
  Name: z.string(),
  CS_Type__c: z.string().nullable(),
  CreatedDate: isoDateTime,
});

/** The types of a note that tell of a talk with the customer; an internal note tells of none. */
export const TOUCH_NOTE_TYPES = ['Call', 'Meeting', 'Email'];

/** A note of a talk: it took place on the day that the note was written. */
export function toNoteActivity(row: z.infer<typeof noteRow>): ActivitySignal {
  const label = `${row.CS_Type__c ?? 'Note'} note ${row.Name}`;
  return { object: 'CS_Note__c', id: row.Id, label, kind: 'done', on: dayOf(row.CreatedDate) };
}

export const caseRow = z.object({
  Id: z.string(),
  AccountId: z.string(),
  CaseNumber: z.string(),
  CreatedDate: isoDateTime,
  IsClosed: z.boolean(),
  IsEscalated: z.boolean(),
  Priority: z.string().nullable(),
  CS_Opened_On__c: z.string().nullable(),
  CS_Satisfaction__c: z.string().nullable(),
});

/** A ticket of another system was opened there, which may be long before its case was made. */
export function toCase(row: z.infer<typeof caseRow>): CaseSignal {
  const rating = row.CS_Satisfaction__c;
  return {
    object: 'Case',
    id: row.Id,
    label: row.CaseNumber,
    openedOn: row.CS_Opened_On__c ?? dayOf(row.CreatedDate),
    open: !row.IsClosed,
    priority: row.Priority,
    escalated: row.IsEscalated,
    ...(rating === 'Good' || rating === 'Bad' ? { satisfaction: rating } : {}),
  };
}

export const usageRow = z.object({
  Id: z.string(),
  CS_Account__c: z.string(),
  CS_Period_Start__c: z.string(),
  CS_Period_Days__c: z.number().nullable(),
  CS_Active_Users__c: z.number().nullable(),
  CS_Licensed_Seats__c: z.number().nullable(),
  CS_Logins__c: z.number().nullable(),
  CS_API_Calls__c: z.number().nullable(),
});

export function toUsage(row: z.infer<typeof usageRow>): UsageSignal {
  return {
    id: row.Id,
    periodStart: row.CS_Period_Start__c,
    periodDays: row.CS_Period_Days__c ?? 1,
    activeUsers: row.CS_Active_Users__c,
    licensedSeats: row.CS_Licensed_Seats__c,
    logins: row.CS_Logins__c,
    apiCalls: row.CS_API_Calls__c,
  };
}

export const healthScoreRow = z.object({
  Id: z.string(),
  CS_Account__c: z.string(),
  CS_Score__c: z.number(),
  CS_Scored_On__c: z.string(),
  CS_Source__c: z.string(),
  CreatedDate: isoDateTime,
});

export function toHealthScore(row: z.infer<typeof healthScoreRow>): HealthScoreSignal {
  return {
    id: row.Id,
    score: row.CS_Score__c,
    on: row.CS_Scored_On__c,
    // Anything but the companion's own word is a person's.
    source: row.CS_Source__c === 'Calculated' ? 'Calculated' : 'Manual',
    createdAt: row.CreatedDate,
  };
}

export const npsResponseRow = z.object({
  Id: z.string(),
  CS_Account__c: z.string(),
  Name: z.string(),
  CS_Score__c: z.number(),
  CS_Responded_On__c: z.string(),
  CS_Contact__c: z.string().nullable(),
});

export function toNpsAnswer(row: z.infer<typeof npsResponseRow>): NpsAnswerSignal {
  return {
    object: 'CS_NPS_Response__c',
    id: row.Id,
    label: `${row.Name}: ${row.CS_Score__c}`,
    score: row.CS_Score__c,
    on: row.CS_Responded_On__c,
    contactId: row.CS_Contact__c,
  };
}
