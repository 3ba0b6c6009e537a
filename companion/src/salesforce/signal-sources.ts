import { type z } from 'zod';
import { addDays, type IsoDate } from '../domain/dates.ts';
import { runRow, runStepRow } from './run-rows.ts';
import * as rows from './signal-rows.ts';
import { inList } from './soql.ts';

/** How far back each kind of record is read: as far as any measure looks, and a little more. */
const ACTIVITY_DAYS = 365;
const CASE_DAYS = 366;
const USAGE_DAYS = 210;
const HEALTH_DAYS = 220;
/** A completed playbook eases the risk for a while: at most twice as long as one may stall. */
const RUN_DAYS = 90;

/** Records of one object that are read as signals of accounts. */
export interface SignalSource<T> {
  object: string;
  /** The field that leads to the account, from the record or over its own parent. */
  parent: string;
  row: z.ZodObject & z.ZodType<T>;
  where: string;
}

const source = <T>(object: string, parent: string, row: SignalSource<T>['row'], where: string) => ({
  ...{ object, parent, row, where },
});

/** What is read beside the accounts themselves, and from which day on. */
export function signalSources(today: IsoDate) {
  const since = (days: number) => addDays(today, -days);
  const sinceTime = (days: number) => `${since(days)}T00:00:00Z`;
  const runs = (of: string) =>
    `(${of}CS_Status__c = 'Active' OR (${of}CS_Status__c = 'Completed' AND ${of}CS_Completed_On__c >= ${since(RUN_DAYS)}))`;
  return {
    tasks: source(
      'Task',
      'AccountId',
      rows.taskRow,
      `(IsClosed = false OR ActivityDate >= ${since(ACTIVITY_DAYS)} OR CompletedDateTime >= ${sinceTime(ACTIVITY_DAYS)})`,
    ),
    events: source(
      'Event',
      'AccountId',
      rows.eventRow,
      `(ActivityDate >= ${since(ACTIVITY_DAYS)} OR StartDateTime >= ${sinceTime(ACTIVITY_DAYS)})`,
    ),
    notes: source(
      'CS_Note__c',
      'CS_Account__c',
      rows.noteRow,
      `CS_Type__c IN ${inList(rows.TOUCH_NOTE_TYPES)} AND CreatedDate >= ${sinceTime(ACTIVITY_DAYS)}`,
    ),
    cases: source(
      'Case',
      'AccountId',
      rows.caseRow,
      `(IsClosed = false OR CreatedDate >= ${sinceTime(CASE_DAYS)})`,
    ),
    usage: source(
      'CS_Usage_Snapshot__c',
      'CS_Account__c',
      rows.usageRow,
      `CS_Period_Start__c >= ${since(USAGE_DAYS)}`,
    ),
    healthScores: source(
      'CS_Health_Score__c',
      'CS_Account__c',
      rows.healthScoreRow,
      `CS_Scored_On__c >= ${since(HEALTH_DAYS)}`,
    ),
    npsResponses: source(
      'CS_NPS_Response__c',
      'CS_Account__c',
      rows.npsResponseRow,
      `CS_Responded_On__c <= ${today}`,
    ),
    runs: source('CS_Playbook_Run__c', 'CS_Account__c', runRow, runs('')),
    runSteps: source('CS_Playbook_Run_Step__c', 'CS_Run__r.CS_Account__c', runStepRow, runs('CS_Run__r.')),
  };
}

/** The rows of each source. */
export type SignalRows = {
  [Name in keyof ReturnType<typeof signalSources>]: z.infer<ReturnType<typeof signalSources>[Name]['row']>[];
};
