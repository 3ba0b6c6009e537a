import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { AccountHistory } from '../domain/backtest/rewind-signals.ts';
import type { IsoDate } from '../domain/dates.ts';
import * as rows from './signal-rows.ts';
import { inList, queryByList } from './soql.ts';
import { dayOf, isoDateTime } from './values.ts';

const accountRow = z.object({
  Id: z.string(),
  CS_Tier__c: z.string().nullable(),
  CS_Cadence_Days__c: z.number().nullable(),
  CS_NPS_Score__c: z.number().nullable(),
  CS_NPS_Date__c: z.string().nullable(),
});
const pastCaseRow = rows.caseRow.extend({ ClosedDate: isoDateTime.nullable() });

/** Reads all that is known of some accounts from a day on, to be rewound to days of the past. */
export async function readHistories(
  connection: Connection,
  accountIds: string[],
  since: IsoDate,
): Promise<Map<string, AccountHistory>> {
  const read = <T>(shape: z.ZodObject & z.ZodType<T>, object: string, parent: string, where: string) =>
    queryByList(
      connection,
      accountIds,
      (list) =>
        `SELECT ${Object.keys(shape.shape).join(', ')} FROM ${object} WHERE ${parent} IN ${list}${where && ` AND ${where}`}`,
      shape,
    );
  const time = `${since}T00:00:00Z`;
  const [accounts, tasks, events, notes, cases, usage, healthScores] = await Promise.all([
    read(accountRow, 'Account', 'Id', ''),
    read(rows.taskRow, 'Task', 'AccountId', `IsClosed = true AND ActivityDate >= ${since}`),
    read(rows.eventRow, 'Event', 'AccountId', `ActivityDate >= ${since}`),
    read(
      rows.noteRow,
      'CS_Note__c',
      'CS_Account__c',
      `CS_Type__c IN ${inList(rows.TOUCH_NOTE_TYPES)} AND CreatedDate >= ${time}`,
    ),
    read(pastCaseRow, 'Case', 'AccountId', `(IsClosed = false OR ClosedDate >= ${time})`),
    read(rows.usageRow, 'CS_Usage_Snapshot__c', 'CS_Account__c', `CS_Period_Start__c >= ${since}`),
    read(rows.healthScoreRow, 'CS_Health_Score__c', 'CS_Account__c', `CS_Scored_On__c >= ${since}`),
  ]);
  const [tasksOf, eventsOf, casesOf] = [groupBy(tasks), groupBy(events), groupBy(cases)];
  const [notesOf, usageOf, healthOf] = [
    groupByParent(notes),
    groupByParent(usage),
    groupByParent(healthScores),
  ];
  return new Map(
    accounts.map(({ Id, CS_Tier__c, CS_Cadence_Days__c, CS_NPS_Score__c, CS_NPS_Date__c }) => {
      const closed = (casesOf.get(Id) ?? []).flatMap((row): [string, IsoDate][] =>
        row.ClosedDate === null ? [] : [[row.Id, dayOf(row.ClosedDate)]],
      );
      const signals = {
        accountId: Id,
        tier: CS_Tier__c,
        cadenceDays: CS_Cadence_Days__c,
        renewalDate: null,
        nps: CS_NPS_Score__c === null ? null : { score: CS_NPS_Score__c, on: CS_NPS_Date__c },
        nextScheduled: null,
        enteredHealth: null,
        activities: [
          ...(tasksOf.get(Id) ?? []).flatMap((row) => rows.toTaskActivity(row) ?? []),
          ...(eventsOf.get(Id) ?? []).flatMap((row) => rows.toEventActivity(row) ?? []),
          ...(notesOf.get(Id) ?? []).map(rows.toNoteActivity),
        ],
        cases: (casesOf.get(Id) ?? []).map(rows.toCase),
        usage: (usageOf.get(Id) ?? []).map(rows.toUsage),
        healthScores: (healthOf.get(Id) ?? []).map(rows.toHealthScore),
      };
      return [Id, { signals, closedOn: new Map(closed) }];
    }),
  );
}

const groupBy = <T extends { AccountId: string }>(items: T[]) =>
  Map.groupBy(items, ({ AccountId }) => AccountId);
const groupByParent = <T extends { CS_Account__c: string }>(items: T[]) =>
  Map.groupBy(items, ({ CS_Account__c }) => CS_Account__c);
