import type { FieldValues } from '../domain/account-fields.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { UsageDayRow } from './usage-ports.ts';

/** What imports need from outside. `salesforce/` and `store/` implement it; tests do so in memory. */

/** What the companion's user may do with a field. */
export interface FieldRights {
  createable: boolean;
  updateable: boolean;
}

/** A record that is there already, with the fields that were asked for. */
export interface FoundRecord {
  id: string;
  fields: FieldValues;
}

/** One record to write: without an id a new one. */
export interface RecordToSave {
  id: string | null;
  fields: FieldValues;
}

/** What became of one record: null when it is written, else why the org refused it. `exists`: the key is taken. */
export type SaveProblem = { message: string; exists: boolean } | null;

/** The org as imports see it. Keys, names and addresses are compared without regard to case; answers are by lower case. */
export interface ImportOrg {
  /** Fields of an object and what may be done with them; null when the org has no such object, or hides it. */
  fieldRights(object: string): Promise<Map<string, FieldRights> | null>;
  accountIdsByKey(keys: string[]): Promise<Map<string, string>>;
  /** Which of these are ids of accounts, by what was asked for: 15 characters or 18. */
  accountIds(ids: string[]): Promise<Map<string, string>>;
  /** Active users by username or email address; `several` when more than one has that address. */
  userIds(names: string[]): Promise<Map<string, string | 'several'>>;
  /** Contacts of accounts by email address. */
  contactsByEmail(emails: string[]): Promise<Map<string, { contactId: string; accountId: string }[]>>;
  findByKey(
    object: string,
    keyField: string,
    keys: string[],
    fields: string[],
  ): Promise<Map<string, FoundRecord>>;
  /** Writes records in the order given; one that is refused does not hold up the others. New ones have their key. */
  saveRecords(target: { object: string; keyField: string }, records: RecordToSave[]): Promise<SaveProblem[]>;
}

/** Where days of usage go. Recording the same day of an account again replaces it. */
export interface UsageSink {
  recordDays(orgId: string, rows: UsageDayRow[], at: string): Promise<{ kept: number }>;
}

/** A line of a usage file, kept until the whole file is read: a day may be spread over many lines. */
export interface UsageLine {
  line: number;
  accountId: string;
  day: IsoDate;
  activeUsers: number | null;
  licensedSeats: number | null;
  logins: number | null;
  apiCalls: number | null;
  feature: string | null;
  events: number | null;
}

export type ImportState = 'running' | 'stopped' | 'done' | 'failed';

/** How far an import has come. */
export interface ImportProgress {
  /** The line on which the last row that is done begins; the heading is a row too. */
  line: number;
  /** How many bytes of the file of refused lines go with it. */
  errorBytes: number;
  /** What the report is made of, as JSON. */
  tally: unknown;
}

/** What makes two calls the same import: the same content, read the same way, into the same kind. */
export interface ImportIdentity {
  kind: string;
  fingerprint: string;
  mappingHash: string;
}

/** One import of a file. Times are ISO 8601. */
export interface ImportRun extends ImportIdentity, ImportProgress {
  id: string;
  file: string;
  errorFile: string;
  state: ImportState;
  startedAt: string;
  updatedAt: string;
}

export interface ImportStore {
  startImport(
    orgId: string,
    run: ImportIdentity & { file: string; errorFile: string; at: string },
  ): Promise<string>;
  /** The newest import of this identity that did not come to its end. */
  findUnfinishedImport(orgId: string, identity: ImportIdentity): Promise<ImportRun | null>;
  /** Keeps how far it has come, and lines of usage that are to be counted at the end, in one transaction. */
  saveImport(runId: string, progress: ImportProgress, usage: UsageLine[], at: string): Promise<void>;
  setImportState(runId: string, state: ImportState, at: string): Promise<void>;
  listImports(orgId: string, limit: number): Promise<ImportRun[]>;
  /** The days that the kept lines add up to, the next page of them after an account and day. */
  pageUsageDays(
    runId: string,
    after: { accountId: string; day: IsoDate } | null,
    limit: number,
  ): Promise<UsageDayRow[]>;
  dropUsageLines(runId: string): Promise<void>;
}
