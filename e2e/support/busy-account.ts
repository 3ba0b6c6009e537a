import { insert, insertAll, type OrgAccess } from './rest.ts';

const DAY_MS = 86_400_000;

/** Calls, tasks, meetings, notes and closed cases; a case makes two events. */
const COUNTS = { tasks: 2_600, meetings: 600, notes: 800, cases: 500 };

/** Events that the busy account has. */
export const BUSY_EVENTS = COUNTS.tasks + COUNTS.meetings + COUNTS.notes + 2 * COUNTS.cases;

/** Makes an account with a history of thousands of events in the last 80 days; answers its Id. */
export async function makeBusyAccount(org: OrgAccess): Promise<string> {
  const account = await insert(org, 'Account', { Name: 'Busy Brothers' });
  const about = { WhatId: account };
  await insertAll(
    org,
    'Task',
    times(COUNTS.tasks, (index) => ({ ...about, ...taskOf(index) })),
  );
  await insertAll(
    org,
    'Event',
    times(COUNTS.meetings, (index) => ({ ...about, ...meetingOf(index) })),
  );
  await insertAll(
    org,
    'CS_Note__c',
    times(COUNTS.notes, (index) => ({
      CS_Account__c: account,
      CS_Type__c: 'Internal',
      CS_Body__c: `<p>Note ${index}</p>`,
    })),
  );
  await insertAll(
    org,
    'Case',
    times(COUNTS.cases, (index) => ({ AccountId: account, Subject: `Case ${index}`, Status: 'Closed' })),
  );
  return account;
}

function taskOf(index: number): object {
  return {
    Subject: `Task ${index}`,
    Status: 'Completed',
    ActivityDate: daysAgo(index % 80)
      .toISOString()
      .slice(0, 10),
    TaskSubtype: index % 3 === 0 ? 'Call' : 'Task',
  };
}

function meetingOf(index: number): object {
  return {
    Subject: `Meeting ${index}`,
    StartDateTime: daysAgo(1 + (index % 79)).toISOString(),
    DurationInMinutes: 30,
  };
}

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * DAY_MS);
}

function times(count: number, make: (index: number) => object): object[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
