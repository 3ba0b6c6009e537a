import { SalesforceError } from '../../errors.ts';
import type { SaveContext } from './behaviour.ts';

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;
const MAX_EVENT_DAYS = 14;

/** Keeps a task's flags in step with its status and priority, and names its account. */
export function saveTask(context: SaveContext): void {
  const { row, before, now } = context;
  const closed = row.Status === 'Completed';
  row.IsClosed = closed ? 1 : 0;
  row.IsHighPriority = row.Priority === 'High' ? 1 : 0;
  if (!closed) row.CompletedDateTime = null;
  else if (before?.IsClosed !== 1) row.CompletedDateTime = now;
  if (!before && (row.WhoId ?? row.WhatId ?? null) !== null) forgetSentChange(context);
  setAccount(context);
}

/**
 * Who last changed a new task, and when, is not taken from the caller where it is about someone or something.
 * https://help.salesforce.com/s/articleView?id=000386065
 */
function forgetSentChange({ row, user, now }: SaveContext): void {
  row.LastModifiedDate = now;
  row.LastModifiedById = user.userId;
}

/** Works out an event's start, end, duration and day from those that were sent, and names its account. */
export function saveEvent(context: SaveContext): void {
  const { row } = context;
  if (row.IsAllDayEvent === 1) setAllDay(context);
  else setTimed(context);
  const length = Date.parse(String(row.EndDateTime)) - Date.parse(String(row.StartDateTime));
  if (length < 0) {
    throw new SalesforceError('FIELD_INTEGRITY_EXCEPTION', 'Start Date Time: cannot be after End Date Time', {
      fields: ['StartDateTime', 'EndDateTime'],
    });
  }
  if (length > MAX_EVENT_DAYS * MINUTES_PER_DAY * MS_PER_MINUTE) {
    throw new SalesforceError('NUMBER_OUTSIDE_VALID_RANGE', `An event lasts at most ${MAX_EVENT_DAYS} days`, {
      fields: ['DurationInMinutes'],
    });
  }
  row.DurationInMinutes = length / MS_PER_MINUTE + (row.IsAllDayEvent === 1 ? MINUTES_PER_DAY : 0);
  setAccount(context);
}

function changed({ row, before }: SaveContext, field: string): boolean {
  return row[field] != null && row[field] !== before?.[field];
}

function setTimed(context: SaveContext): void {
  const { row } = context;
  const start = changed(context, 'ActivityDateTime') ? row.ActivityDateTime : row.StartDateTime;
  if (start == null) {
    throw new SalesforceError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [StartDateTime]', {
      fields: ['StartDateTime'],
    });
  }
  const byDuration =
    row.DurationInMinutes != null &&
    (changed(context, 'DurationInMinutes') || !changed(context, 'EndDateTime'));
  if (!byDuration && row.EndDateTime == null) {
    throw new SalesforceError(
      'REQUIRED_FIELD_MISSING',
      'Required fields are missing: [EndDateTime or DurationInMinutes]',
      { fields: ['EndDateTime', 'DurationInMinutes'] },
    );
  }
  row.StartDateTime = start;
  row.ActivityDateTime = start;
  row.ActivityDate = String(start).slice(0, 10);
  if (byDuration) {
    const end = Date.parse(String(start)) + Number(row.DurationInMinutes) * MS_PER_MINUTE;
    row.EndDateTime = new Date(end).toISOString();
  }
}

function setAllDay({ row }: SaveContext): void {
  const day =
    row.ActivityDate ?? (row.StartDateTime === null ? null : String(row.StartDateTime).slice(0, 10));
  if (day == null) {
    throw new SalesforceError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [ActivityDate]', {
      fields: ['ActivityDate'],
    });
  }
  row.ActivityDate = day;
  row.ActivityDateTime = null;
  row.StartDateTime = `${day}T00:00:00.000Z`;
  row.EndDateTime = row.EndDateTime ?? row.StartDateTime;
}

/** The account of an activity is the record it is about, or the account of that record or of the person. */
function setAccount({ row, find }: SaveContext): void {
  const what = row.WhatId == null ? undefined : find(String(row.WhatId));
  const who = row.WhoId == null ? undefined : find(String(row.WhoId));
  const isAccount = String(row.WhatId ?? '').startsWith('001');
  row.AccountId = isAccount ? (row.WhatId ?? null) : (what?.AccountId ?? who?.AccountId ?? null);
}
