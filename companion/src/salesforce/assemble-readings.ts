import { findLatestAnswers } from '../domain/nps.ts';
import type {
  ActivitySignal,
  AccountSignals,
  NpsAnswerSignal,
  PlaybookRunSignal,
} from '../domain/signals.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { AccountReading } from '../usecases/ports.ts';
import type { OwnColumn } from '../domain/mapping/field-mapping.ts';
import { accountFacts, ownValues, writtenFields, type AccountRow } from './account-row.ts';
import { toRun } from './run-rows.ts';
import * as rows from './signal-rows.ts';
import type { SignalRows } from './signal-sources.ts';
import { dayOf } from './values.ts';

/** Done activities kept of an account: the last one counts, the others stand in when it is deleted. */
const KEPT_PAST = 3;
const KEPT_COMING = 20;
/** People kept whose latest answer counts; more than ever answer at one customer. */
const KEPT_ANSWERS = 200;

/** Puts accounts and the rows of their signals together. */
export function assembleReadings(
  accounts: AccountRow[],
  found: SignalRows,
  today: IsoDate,
  own: readonly OwnColumn[] = [],
): AccountReading[] {
  const activities = groupBy(
    [
      ...found.tasks.map((row) => ({ accountId: row.AccountId, activity: rows.toTaskActivity(row) })),
      ...found.events.map((row) => ({ accountId: row.AccountId, activity: rows.toEventActivity(row) })),
      ...found.notes.map((row) => ({ accountId: row.CS_Account__c, activity: rows.toNoteActivity(row) })),
    ],
    ({ accountId }) => accountId,
  );
  const casesOf = groupBy(found.cases, (row) => row.AccountId);
  const usageOf = groupBy(found.usage, (row) => row.CS_Account__c);
  const healthOf = groupBy(found.healthScores, (row) => row.CS_Account__c);
  const npsOf = groupBy(found.npsResponses, (row) => row.CS_Account__c);
  const runsOf = groupBy(found.runs, (row) => row.CS_Account__c);
  const stepsOf = groupBy(found.runSteps, (row) => row.CS_Run__c);
  return accounts.map((row) => ({
    ...toReading(row, {
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
    own: ownValues(row, own),
  }));
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
