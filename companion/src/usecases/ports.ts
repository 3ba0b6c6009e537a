import type { AccountFacts } from '../domain/account-changes.ts';
import type { FieldValues } from '../domain/account-fields.ts';
import type { CustomerOnDay } from '../domain/customer-on-day.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { AccountAnswer } from '../domain/executive-nps.ts';
import type { Explanation } from '../domain/explanation.ts';
import type { PlaybookAccount, PlaybookRule, PlaybookRun } from '../domain/playbook-starts.ts';
import type { FieldMapping, OwnColumn, OwnValues } from '../domain/mapping/field-mapping.ts';
import type { Mirrored } from '../domain/mapping/mirror-account.ts';
import type { OwnField } from '../domain/mapping/own-field.ts';
import type { ScoringConfig } from '../domain/scoring-config.ts';
import type { AccountSignals } from '../domain/signals.ts';
import type { Books } from '../domain/workload.ts';
import type { CountReader } from './count-ports.ts';
import type { FamilyScoreRecord } from './family-ports.ts';

/** What use cases need from outside. `salesforce/` and `store/` implement it; tests do so in memory. */

export const SIGNAL_OBJECTS = [
  'Account',
  'Task',
  'Event',
  'Case',
  'CS_Health_Score__c',
  'CS_Usage_Snapshot__c',
  'CS_Note__c',
  'CS_NPS_Response__c',
  'CS_Playbook_Run__c',
  'CS_Playbook_Run_Step__c',
  'CS_Risk_Override__c',
] as const;
export type SignalObject = (typeof SIGNAL_OBJECTS)[number];

export interface OrgIdentity {
  orgId: string;
  name: string;
  instanceUrl: string;
}

/** An account as the org has it now. `signals.enteredHealth` is left to the use case, which knows the past. */
export interface AccountReading {
  accountId: string;
  name: string;
  externalKey: string | null;
  /** The account above it, whether or not the companion can see that one. */
  parentId?: string | null;
  arr?: number | null;
  systemModstamp: string;
  lastModifiedOn: IsoDate;
  signals: AccountSignals;
  /** The records behind the signals. */
  recordIds: string[];
  /** The org's values of the fields that the companion writes. */
  current: FieldValues;
  /** Without the usage alarms, which are told from the signals. */
  facts: AccountFacts;
  /** What stands in the fields of the org's own that were asked for. */
  own?: OwnValues;
}

/** An active mapping of the org, with what the companion said of it last. */
export interface MappingRecord {
  recordId: string;
  mapping: FieldMapping;
  state: string | null;
  message: string | null;
}

/** Which fields the org keeps on accounts, as far as the companion may see them. */
export interface AccountDescription {
  fields: OwnField[];
  hasCurrencies: boolean;
}

/** What the org says of its scoring configuration: none is active, one that holds, or one at fault and why. */
export type ConfigReading =
  | { kind: 'none' }
  | { kind: 'read'; config: ScoringConfig; recordId: string }
  | { kind: 'invalid'; problem: string };

/** Records of an object that changed; `accountIds` are the accounts they belong to now. */
export interface ChangedRecords {
  accountIds: string[];
  recordIds: string[];
  /** The latest SystemModstamp seen, or null when nothing changed. */
  latest: string | null;
}

/** Deleted records, or word that the org no longer knows of all of them: then only a full read helps. */
export type DeletedRecords = { known: true; recordIds: string[]; coveredTo: string } | { known: false };

/** Reads customers as they stand, and as they stood on the days of which snapshots are kept. */
export interface CustomerReader {
  /**
   * Every account, or those of a list, as it stands, with its ARR about twelve months before `asOf` where the snapshot
   * days reach back.
   */
  readCustomers(
    asOf: IsoDate,
    snapshotDays: readonly IsoDate[],
    accountIds?: string[] | null,
  ): Promise<CustomerOnDay[]>;
  /** The days of which there are account snapshots, the latest first. */
  snapshotDays(): Promise<IsoDate[]>;
  /** The days whose totals are recorded, the latest first. */
  totalledDays(): Promise<IsoDate[]>;
  readSnapshots(day: IsoDate): Promise<CustomerOnDay[]>;
  /** The NPS answers given on these days, both included. */
  readAnswers(from: IsoDate, to: IsoDate, accountIds?: string[] | null): Promise<AccountAnswer[]>;
  /** How many alerts of each account were open at the end of a day. */
  countOpenAlerts(day: IsoDate, accountIds?: string[] | null): Promise<Map<string, number>>;
}

export interface OrgReader extends CustomerReader, CountReader {
  /** Throws in one line when the org lacks what the companion works on. */
  checkObjects(): Promise<void>;
  countAccounts(): Promise<number>;
  /** Every account with all its signals, a batch at a time, in as few calls as an org of about so many accounts takes. */
  readAll(accounts: number, own?: readonly OwnColumn[]): AsyncIterable<AccountReading[]>;
  /** Reads accounts with all their signals; ids that no longer exist are left out. */
  readAccounts(accountIds: string[], own?: readonly OwnColumn[]): Promise<AccountReading[]>;
  /** The active mappings of fields of the org's own; most orgs have none. */
  readMappings(): Promise<MappingRecord[]>;
  describeAccount(): Promise<AccountDescription>;
  /** The accounts with the most ARR, for a look at what would become of them. */
  largestAccountIds(limit: number): Promise<string[]>;
  /** How many accounts hold a value in a field of Tenure, and none in the own field. */
  countEmptied(ownField: string, field: string): Promise<number>;
  latestModstamp(object: SignalObject): Promise<string | null>;
  findChanged(object: SignalObject, since: string): Promise<ChangedRecords>;
  findDeleted(object: SignalObject, since: string, until: string): Promise<DeletedRecords>;
  /** The active scoring configuration; of several the one activated last. */
  readScoringConfig(): Promise<ConfigReading>;
  /** What the workload of a day is made of. */
  readBooks(asOf: IsoDate): Promise<Books>;
  /** Open tasks whose day is over, by who has them, and whose workload of the day the org has already. */
  readTasksOfCsms(
    asOf: IsoDate,
  ): Promise<{ overdueTasks: ReadonlyMap<string, number>; recordedCsmIds: string[] }>;
  /**
   * What starts playbooks by itself; empty lists where none does. Of some accounts only, unless a playbook was changed
   * at or after a time.
   */
  readPlaybooks(
    only?: {
      accountIds: string[];
      since: string;
    } | null,
  ): Promise<{ rules: PlaybookRule[]; accounts: PlaybookAccount[]; runs: PlaybookRun[] }>;
  /** Runs whose status does not fit their steps, and how many open steps are overdue. */
  readRunStates(
    asOf: IsoDate,
  ): Promise<{ finishedIds: string[]; unfinishedIds: string[]; overdueSteps: number }>;
  /** Values of the fields that the companion writes, by record id; for writes whose outcome is not known. */
  readWritten(object: string, keys: string[]): Promise<Map<string, FieldValues>>;
  /** Requests that are New, and Running ones, which a crash may have left behind. */
  findOpenRequests(): Promise<OrgRequest[]>;
}

export interface OrgRequest {
  id: string;
  type: string;
  accountId: string | null;
  /** What exactly is asked, as JSON; absent or null where the type says it all. */
  payload?: string | null;
}

export type RequestStatus = 'Running' | 'Done' | 'Failed';

/**
 * One record to write. `key` is the record's id for Account, else the value of `CS_Key__c`. `parentId` is the account,
 * or for a workload the CSM: records of one parent are sent together, in order.
 */
export interface WriteRecord {
  key: string;
  parentId: string;
  fields: FieldValues;
}

/** What became of one record. `retry` says that the same write may succeed later. */
export type WriteResult =
  | { key: string; outcome: 'written' }
  | { key: string; outcome: 'gone' }
  | { key: string; outcome: 'refused'; retry: boolean; error: string };

export interface OrgWriter {
  /** Writes as many as are given, in their order. `onWait` is called now and then while the org takes its time. */
  write(object: string, records: WriteRecord[], onWait?: () => Promise<void>): Promise<WriteResult[]>;
  /** Sets the status of playbook runs, and the day on which they were completed. */
  setRunStatus(ids: string[], status: 'Active' | 'Completed', completedOn: IsoDate | null): Promise<void>;
  /** @param result kept as JSON, for the page that asked */
  setRequest(id: string, status: RequestStatus, message: string | null, result?: object): Promise<void>;
}

/** What is kept of an account between runs. */
export interface StoredAccount {
  accountId: string;
  name: string;
  /** By which other systems name the account. */
  externalKey: string | null;
  parentId?: string | null;
  arr?: number | null;
  systemModstamp: string;
  signals: AccountSignals;
  recordIds: string[];
  current: FieldValues;
  /** Null for accounts that were kept before facts were. */
  facts: AccountFacts | null;
  /** What of it follows fields of the org's own. Absent or null where none is mapped. */
  mirrored?: Mirrored | null;
  lastScore: Explanation | null;
  /** What the family fields should hold; null for an account that never had a family. */
  family?: FieldValues | null;
}

/** A configuration with its hash, worked out once. `recordId` is null for the values that come with the product. */
export interface HashedConfig {
  body: ScoringConfig;
  hash: string;
  recordId: string | null;
}

/** A score to keep for good. */
export interface ScoreRecord {
  accountId: string;
  asOf: IsoDate;
  scoredAt: string;
  configHash: string;
  inputs: AccountSignals;
  result: Explanation;
}

/** A write that is decided on. `hash` is over the fields. */
export interface PushIntent extends WriteRecord {
  object: string;
  hash: string;
}

/** A write that was taken for sending. `uncertain` when an earlier attempt may have reached the org. */
export interface ClaimedPush extends PushIntent {
  attempts: number;
  uncertain: boolean;
}

/** What is to be kept of a batch of accounts, all or nothing. */
export interface BatchToKeep {
  asOf: IsoDate;
  readAt: string;
  configHash: string;
  accounts: StoredAccount[];
  scores: ScoreRecord[];
  pushes: PushIntent[];
  /** Risks of families that say something else than those before them. */
  families?: FamilyScoreRecord[];
}

/** Accounts whose own value stands for nothing: they keep what they have. */
export interface MirrorProblem {
  target: string;
  accounts: number;
  /** One of them, and what is wrong with it. */
  example: { name: string; problem: string };
}

export interface Cursor {
  changedTo: string;
  deletedTo: string;
}

export interface SyncStore {
  /** `mappings` is the fingerprint that the last full read was marked with. */
  rememberOrg(org: OrgIdentity, at: string): Promise<{ fullReadAt: string | null; mappings: string | null }>;
  markFullRead(orgId: string, at: string, mappings?: string | null): Promise<void>;
  /** How many accounts hold own values that cannot be read, by what they are mapped to, with one of them each. */
  mirrorProblems(orgId: string): Promise<MirrorProblem[]>;
  /** Keeps a configuration for good, and that it was used now. */
  keepConfig(orgId: string, config: HashedConfig, at: string): Promise<void>;
  /** The configuration of a hash; null when it was never used here. */
  findConfig(orgId: string, hash: string): Promise<ScoringConfig | null>;
  /** The configuration that was used last; null when none ever was. */
  lastConfig(orgId: string): Promise<HashedConfig | null>;
  cursors(orgId: string): Promise<Map<SignalObject, Cursor>>;
  saveCursor(orgId: string, object: SignalObject, cursor: Cursor): Promise<void>;
  loadAccounts(orgId: string, accountIds: string[]): Promise<StoredAccount[]>;
  findAccountsByRecords(orgId: string, recordIds: string[]): Promise<string[]>;
  /** Accounts not yet scored as of a day with a configuration, the next page of them after an id. */
  findUnscored(
    orgId: string,
    wanted: { asOf: IsoDate; configHash: string },
    afterId: string,
    limit: number,
  ): Promise<string[]>;
  /** Accounts last read before a time; after a full read these are gone from the org. */
  forgetReadBefore(orgId: string, readAt: string): Promise<number>;
  forgetAccounts(orgId: string, accountIds: string[]): Promise<void>;
  keepBatch(orgId: string, batch: BatchToKeep): Promise<void>;
  /** Keeps writes that are decided on; one whose content is known already is no news. */
  keepPushes(orgId: string, pushes: PushIntent[], at: string): Promise<void>;
}

/** A write that was set aside, as it is shown. */
export interface FailedPush {
  object: string;
  key: string;
  parentId: string;
  attempts: number;
  error: string;
  at: string;
}

export interface PushStore {
  /** How many writes of each object are due; of one parent if given. Objects of which none is are left out. */
  countDue(orgId: string, now: string, parentId?: string): Promise<Map<string, number>>;
  /** Takes due writes of an object for sending, at most `limit`, in order of their parents; of one parent if given. */
  claimPushes(
    orgId: string,
    object: string,
    now: string,
    limit: number,
    parentId?: string,
  ): Promise<ClaimedPush[]>;
  /** Says that writes which were claimed are still on their way. */
  renewPushes(orgId: string, object: string, keys: string[], now: string): Promise<void>;
  settlePushes(orgId: string, object: string, settled: SettledPush[], now: string): Promise<void>;
  /** The writes that were set aside, the newest first. */
  failedPushes(orgId: string, limit: number): Promise<FailedPush[]>;
  /** Makes writes that were set aside due again, of one object and key if given; returns how many. */
  retryFailed(orgId: string, now: string, only?: { object: string; key: string }): Promise<number>;
}

export type SettledPush = { key: string; hash: string } & (
  | { state: 'pushed' }
  | { state: 'gone' }
  | { state: 'pending'; nextAttemptAt: string; error: string }
  | { state: 'poison'; error: string }
);

export interface RecoveryStore {
  /**
   * Gives up what earlier processes had taken up, for a process that knows that it is the only one: writes on their
   * way may be claimed and requests taken at once, and runs that were cut off are told as failed.
   */
  releaseCutOff(at: string): Promise<void>;
}

export interface RequestStore {
  /** False when another replica took the request, or it was finished before. */
  takeRequest(orgId: string, request: OrgRequest, at: string): Promise<boolean>;
  finishRequest(
    orgId: string,
    requestId: string,
    state: 'done' | 'failed',
    message: string,
    at: string,
  ): Promise<void>;
}

/** One run of a job, as it is shown. Times are ISO 8601. */
export interface JobRun {
  id: string;
  job: string;
  scheduledAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  state: 'queued' | 'running' | 'succeeded' | 'failed' | 'skipped';
  counts: Record<string, number | boolean> | null;
  error: string | null;
}

export type RunOutcome =
  | { state: 'succeeded'; counts: Record<string, number | boolean> }
  | { state: 'failed'; error: string }
  | { state: 'skipped'; reason?: string };

export interface RunStore {
  /** Plans a run and returns its id; null when that tick was planned before, by whichever replica. */
  planRun(orgId: string, job: string, scheduledAt: string): Promise<string | null>;
  startRun(runId: string, at: string): Promise<void>;
  finishRun(runId: string, at: string, outcome: RunOutcome): Promise<void>;
  /** The last runs of a job, the newest first. */
  lastRuns(orgId: string, job: string, limit: number): Promise<JobRun[]>;
}

/** How much is stored, and how it stands with the writes. */
export interface StoredTotals {
  accounts: number;
  scores: number;
  writesWaiting: number;
  writesSetAside: number;
  firstReadAt: string | null;
}

export interface StatusStore {
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  totals(orgId: string): Promise<StoredTotals>;
  /** How many accounts were last scored as of a day before this one. */
  countScoredBefore(orgId: string, day: IsoDate): Promise<number>;
  /** The newest errors of writes that were refused. */
  writeErrors(orgId: string, limit: number): Promise<{ object: string; key: string; error: string }[]>;
}

/** How many of the calls that an org allows in 24 hours are used, by all its users and integrations together. */
export interface ApiUsage {
  used: number;
  limit: number;
}

export type Clock = () => Date;

export interface RunProgress {
  read: number;
  scored: number;
  pushed: number;
  failed: number;
  /** How many accounts this run is about; null until that is known. */
  of: number | null;
}

/** Whether to stop before the next batch, and word of how far a run has come. */
export interface RunControl {
  signal: AbortSignal;
  progress(done: RunProgress): void;
}

/** Everything that is kept, as lines of text whose meaning is the store's own. */
export interface BackupStore {
  exportRows(): AsyncIterable<string>;
  /** Into an empty database, all or nothing. */
  importRows(lines: AsyncIterable<string>): Promise<{ tables: number; rows: number }>;
}
