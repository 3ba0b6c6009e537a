import type { FieldValue, FieldValues } from '../../domain/account-fields.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { UsageLine } from '../import-ports.ts';
import type { Field } from './field.ts';

export type Fields = Record<string, Field>;

/** A row that holds: an empty cell is undefined and leaves what is there; `#N/A` is null and clears it. */
export type Row<F extends Fields> = {
  [Name in keyof F]: F[Name] extends Field<infer T, infer Required>
    ? Required extends true
      ? T
      : T | null | undefined
    : never;
};

/** What a row names, looked up in the org. */
export interface Refs {
  /** The account that it belongs to; empty for rows that are accounts. */
  accountId: string;
  contactId: string | null;
  /** Ids of users by the field that names them; null clears, undefined leaves. */
  users: Record<string, string | null | undefined>;
  today: IsoDate;
}

/** A record to make or to change. `undefined` leaves a field as it is. */
export interface PlannedRecord {
  key: string;
  fields: Record<string, FieldValue | undefined>;
  /** Set on a new record only: what nobody may change later. */
  onCreate?: Record<string, FieldValue | undefined>;
  /** What a new record cannot do without, where the row may leave it empty. */
  neededToCreate?: string;
}

export type PlanProblem = { column: string; expected: string };

interface KindBase {
  name: string;
  summary: string;
  fields: Fields;
  /** Of each list, one field at least has to come from somewhere. */
  needs: readonly (readonly string[])[];
}

/** A kind whose rows become records of one object. */
export interface RecordKind extends KindBase {
  target: 'records';
  object: string;
  keyField: string;
  /** Whose a row is: an account's of its own, one that it names, or the account of a contact as well. */
  belongsTo: 'nobody' | 'account' | 'account or contact';
  /** The lookup or master-detail to the account, set when a record is made. */
  parentField: string | null;
  /** Fields of the object that an org may lack, or not let us set, with what the report says then. */
  optional?: Record<string, string>;
  plan(row: Row<Fields>, refs: Refs): PlannedRecord | PlanProblem;
  /** Where rows wait that belong to no account, if they are not merely refused. */
  waiting?: { object: string; plan(row: Row<Fields>, refs: Refs): PlannedRecord & { fields: FieldValues } };
}

/** A kind whose rows are added up to days of usage. */
export interface UsageKind extends KindBase {
  target: 'usage';
  toLine(row: Row<Fields>, accountId: string, line: number): UsageLine;
}

export type ImportKind = RecordKind | UsageKind;

/** Defines a kind of records: its rows are typed by its fields. */
export function recordKind<const F extends Fields>(
  kind: Omit<RecordKind, 'target' | 'fields' | 'plan' | 'waiting'> & {
    fields: F;
    plan(row: Row<F>, refs: Refs): PlannedRecord | PlanProblem;
    waiting?: { object: string; plan(row: Row<F>, refs: Refs): PlannedRecord & { fields: FieldValues } };
  },
): RecordKind {
  return { target: 'records', ...kind } as unknown as RecordKind;
}

/** Defines a kind of usage lines. */
export function usageKind<const F extends Fields>(
  kind: Omit<UsageKind, 'target' | 'fields' | 'toLine'> & {
    fields: F;
    toLine(row: Row<F>, accountId: string, line: number): UsageLine;
  },
): UsageKind {
  return { target: 'usage', ...kind } as unknown as UsageKind;
}
