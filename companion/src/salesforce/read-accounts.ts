import type { Connection } from 'jsforce';
import { type z } from 'zod';
import { addDays, type IsoDate } from '../domain/dates.ts';
import { findLatestAnswers } from '../domain/nps.ts';
import type {
  ActivitySignal,
  AccountSignals,
  NpsAnswerSignal,
  PlaybookRunSignal,
} from '../domain/signals.ts';
import type { AccountReading } from '../usecases/ports.ts';
import { ACCOUNT_FIELDS, accountFacts, accountRow, writtenFields, type AccountRow } from './account-row.ts';
import { runRow, runStepRow, toRun } from './run-rows.ts';
import * as rows from './signal-rows.ts';
import { inList, queryByList } from './soql.ts';
import { dayOf } from './values.ts';

/** How far back each kind of record is read: as far as any measure looks, and a little more. */
const ACTIVITY_DAYS = 365;
const CASE_DAYS = 366;
const USAGE_DAYS = 210;
const HEALTH_DAYS = 220;
/** A completed playbook eases the risk for a while: at most twice as long as one may stall. */
const RUN_DAYS = 90;
/** Done activities kept of an account: the last one counts, the others stand in when it is deleted. */
const KEPT_PAST = 3;
const KEPT_COMING = 20;
/** People kept whose latest answer counts; more than ever answer at one customer. */
const KEPT_ANSWERS = 200;

/** Reads accounts with all their signals, in ten queries for each part of the list. */
export async function readAccounts(
  connection: Connection,
  accountIds: string[],
  today: IsoDate,
): Promise<AccountReading[]> {
  const read = <T>(shape: z.ZodObject & z.ZodType<T>, object: string, parent: string, where = '') =>
    queryByList(
      connection,
      accountIds,
      (list) =>
        `SELECT ${Object.keys(shape.shape).join(', ')} FROM ${object} WHERE ${parent} IN ${list}${where && ` AND ${where}`}`,
      shape,
    );
  const since = (days: number) => addDays(today, -days);
  const sinceTime = (days: number) => `${since(days)}T00:00:00Z`;
  const runs = (of: string) =>
    `(${of}CS_Status__c = 'Active' OR (${of}CS_Status__c = 'Completed' AND ${of}CS_Completed_On__c >= ${since(RUN_DAYS)}))`;
  const [accounts, tasks, events, notes, cases, usage, healthScores, npsResponses, playbookRuns, runSteps] =
    await Promise.all([
      queryByList(
        connection,
        accountIds,
        (list) => `SELECT ${ACCOUNT_FIELDS} FROM Account WHERE Id IN ${list}`,
        accountRow,
      ),
      read(
        rows.taskRow,
        'Task',
        'AccountId',
        `(IsClosed = false OR ActivityDate >= ${since(ACTIVITY_DAYS)} OR CompletedDateTime >= ${sinceTime(ACTIVITY_DAYS)})`,
      ),
      read(
        rows.eventRow,
        'Event',
        'AccountId',
        `(ActivityDate >= ${since(ACTIVITY_DAYS)} OR StartDateTime >= ${sinceTime(ACTIVITY_DAYS)})`,
      ),
      read(
        rows.noteRow,
        'CS_Note__c',
        'CS_Account__c',
        `CS_Type__c IN ${inList(rows.TOUCH_NOTE_TYPES)} AND CreatedDate >= ${sinceTime(ACTIVITY_DAYS)}`,
      ),
      read(rows.caseRow, 'Case', 'AccountId', `(IsClosed = false OR CreatedDate >= ${sinceTime(CASE_DAYS)})`),
      read(
        rows.usageRow,
        'CS_Usage_Snapshot__c',
        'CS_Account__c',
        `CS_Period_Start__c >= ${since(USAGE_DAYS)}`,
      ),
      read(
        rows.healthScoreRow,
        'CS_Health_Score__c',
        'CS_Account__c',
        `CS_Scored_On__c >= ${since(HEALTH_DAYS)}`,
      ),
      read(rows.npsResponseRow, 'CS_NPS_Response__c', 'CS_Account__c', `CS_Responded_On__c <= ${today}`),
      read(runRow, 'CS_Playbook_Run__c', 'CS_Account__c', runs('')),
      read(runStepRow, 'CS_Playbook_Run_Step__c', 'CS_Run__r.CS_Account__c', runs('CS_Run__r.')),
    ]);
  const activities = groupBy(
    [
      ...tasks.map((row) => ({ accountId: row.AccountId, activity: rows.toTaskActivity(row) })),
      ...events.map((row) => ({ accountId: row.AccountId, activity: rows.toEventActivity(row) })),
      ...notes.map((row) => ({ accountId: row.CS_Account__c, activity: rows.toNoteActivity(row) })),
    ],
    ({ accountId }) => accountId,
  );
  const casesOf = groupBy(cases, (row) => row.AccountId);
  const usageOf = groupBy(usage, (row) => row.CS_Account__c);
  const healthOf = groupBy(healthScores, (row) => row.CS_Account__c);
  const npsOf = groupBy(npsResponses, (row) => row.CS_Account__c);
  const runsOf = groupBy(playbookRuns, (row) => row.CS_Account__c);
  const stepsOf = groupBy(runSteps, (row) => row.CS_Run__c);
  return accounts.map((row) =>
    toReading(row, {
      activities: keepTelling(
        (activities.get(row.Id) ?? []).flatMap(({ activity }) => activity ?? []),
        today,
      ),
      cases: (casesOf.get(row.Id) ?? []).map(rows.toCase),
      usage: (usageOf.get(row.Id) ?? []).map(rows.toUsage),
      healthScores: (healthOf.get(row.Id) ?? []).map(rows.toHealthScore),
      npsAnswers: findLatestAnswers((npsOf.get(row.Id) ?? []).map(rows.toNpsAnswer), today).slice(
        0,
        KEPT_ANSWERS,
      ),
      runs: (runsOf.get(row.Id) ?? []).map((run) => toRun(run, stepsOf.get(run.Id) ?? [])),
    }),
  );
}

function toReading(
  row: AccountRow,
  lists: Pick<AccountSignals, 'activities' | 'cases' | 'usage' | 'healthScores'> & {
    npsAnswers: NpsAnswerSignal[];
    runs: PlaybookRunSignal[];
  },
): AccountReading {
  const nps = row.CS_NPS_Score__c === null ? null : { score: row.CS_NPS_Score__c, on: row.CS_NPS_Date__c };
  const records = [...Object.values(lists).flat(), ...lists.runs.flatMap(({ steps }) => steps)];
  return {
    accountId: row.Id,
    name: row.Name,
    externalKey: row.CS_External_Key__c,
    systemModstamp: row.SystemModstamp,
    lastModifiedOn: dayOf(row.LastModifiedDate),
    recordIds: records.map(({ id }) => id).sort(),
    current: writtenFields(row),
    facts: accountFacts(row),
    signals: {
      accountId: row.Id,
      tier: row.CS_Tier__c,
      cadenceDays: row.CS_Cadence_Days__c,
      renewalDate: row.CS_Renewal_Date__c,
      nps,
      nextScheduled: row.CS_Next_Scheduled__c,
      enteredHealth: null,
      ...lists,
    },
  };
}

/** The activities that can still matter: the last few of the past, and the nearest of what is to come. */
function keepTelling(activities: ActivitySignal[], today: IsoDate): ActivitySignal[] {
  const sorted = activities.toSorted((a, b) =>
    a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1,
  );
  const past = sorted.filter(({ kind, on }) => kind !== 'open' && on <= today);
  const coming = sorted.filter(({ kind, on }) => on > today || (kind === 'open' && on === today));
  return [...past.slice(-KEPT_PAST), ...coming.slice(0, KEPT_COMING)];
}

function groupBy<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  return Map.groupBy(items, key);
}
