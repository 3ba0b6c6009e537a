import type { FieldValue } from '../account-fields.ts';
import type { TargetName } from './mapping-targets.ts';

/** An active `CS_Field_Mapping__c`, as it stands in the org. */
export interface FieldMapping {
  target: TargetName;
  /** The API name of the account field that is read. */
  source: string;
  /** Lines such as `Gold = Strategic`; null where none are given. */
  values: string | null;
  /** The best value of the own scale of a health; null for 100. */
  highest: number | null;
}

/** What is asked of the org for a mapping. */
export interface OwnColumn {
  target: TargetName;
  field: string;
  type: 'number' | 'text';
  /** By which the name behind a lookup is read; null for what is no lookup. */
  nameThrough: string | null;
}

/** What an account holds in an own field; with the name behind it where that is a lookup. */
export interface OwnValue {
  value: string | number | null;
  name: string | null;
}
export type OwnValues = Partial<Record<TargetName, OwnValue>>;

/** A mapping that passed its checks: everything that is needed to read a value by it. */
export interface ReadyMapping {
  target: TargetName;
  source: string;
  column: OwnColumn;
  /** What own values stand for, by the value in lower case. */
  values: Readonly<Record<string, string | number>>;
  highest: number;
  /** Whether an edit of the own value can be told from the account alone: not so for a formula. */
  seesChanges: boolean;
}

/** What a value of an own field comes to, or why it cannot be read. */
export type ConvertedValue = { ok: true; value: FieldValue } | { ok: false; problem: string };
