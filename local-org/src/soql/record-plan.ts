import type { FieldDef, FieldType } from '../schema/types.ts';
import type { FieldValue } from '../records/types.ts';
import type { Sql } from './sql.ts';

/** A row as SQLite answers it, by position. */
export type Row = readonly unknown[];

/** How to make a record of a row: what stands where, in the order of the SELECT list. */
export interface RecordPlan {
  /** The column of the record's Id; null there means that there is no such parent. */
  idColumn: number;
  /** The object of a record, by its Id. */
  typeOf: (id: string) => string;
  entries: Map<string, PlanEntry>;
}

export type PlanEntry =
  | { kind: 'value'; column: number; read: (raw: unknown) => FieldValue }
  | { kind: 'parent'; plan: RecordPlan }
  | { kind: 'children'; children: ChildPlan };

/** A child subquery: one statement for all parents of a page. */
export interface ChildPlan {
  statement: (parentIds: readonly string[]) => Sql;
  plan: RecordPlan;
  /** The column that holds the parent's Id. */
  parentColumn: number;
}

/** Turns a stored value into the REST API's form. */
export function readValue(type: FieldType): (raw: unknown) => FieldValue {
  if (type === 'boolean') return (raw) => raw === 1;
  if (type === 'datetime') {
    return (raw) => (typeof raw === 'string' ? raw.replace(/Z$/, '+0000') : null);
  }
  return (raw) => (typeof raw === 'string' || typeof raw === 'number' ? raw : null);
}

/** `toLabel(field)`: the label of a picklist value, each one's in a multi-select. */
export function readLabel(field: FieldDef): (raw: unknown) => FieldValue {
  const labels = new Map(field.picklist?.values.map(({ value, label }) => [value.toLowerCase(), label]));
  return (raw) => {
    if (typeof raw !== 'string') return null;
    return raw
      .split(';')
      .map((value) => labels.get(value.toLowerCase()) ?? value)
      .join(';');
  };
}
