import type { FieldDef, ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';

/** The fields that stand in for an object's layouts, which the local org does not model. */
export interface RecordLayout {
  /** Beside the name at the top of a record. */
  compact: string[];
  /** The Details tab, in reading order. */
  detail: string[];
  /** Columns of its lists; the name comes first. */
  list: string[];
}

const COMPACT: Readonly<Record<string, readonly string[]>> = {
  Account: ['Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
  Contact: ['Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
  Case: ['Status', 'Priority', 'AccountId', 'OwnerId', 'CreatedDate'],
  Task: ['Status', 'Priority', 'ActivityDate', 'WhatId', 'OwnerId'],
};
const LIST: Readonly<Record<string, readonly string[]>> = {
  Account: ['Industry', 'Phone', 'BillingState', 'OwnerId'],
  Contact: ['AccountId', 'Title', 'Phone', 'Email'],
  Case: ['Subject', 'Status', 'Priority', 'AccountId', 'CreatedDate'],
};
const COMPACT_SIZE = 5;
const SYSTEM = new Set(['Id', 'IsDeleted', 'SystemModstamp', 'LastViewedDate', 'LastReferencedDate']);
const AUDIT = ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'];

/**
 * The layout of an object for a user: what the platform's default layouts show, as far as she may read it.
 * A deploy adds custom fields to no layout, so a standard object's details show standard fields only.
 */
export function recordLayout(object: ObjectDef, user: UserContext): RecordLayout {
  const readable = [...object.fields.values()].filter(
    (field) => !SYSTEM.has(field.name) && !field.longText && user.canField(object.name, field.name, 'read'),
  );
  const has = (name: string) => readable.some((field) => field.name === name);
  const plain = readable.filter((field) => belongsOnLayout(field, object));
  const pick = (names: readonly string[] | undefined) =>
    (names ?? plain.map(({ name }) => name).filter((name) => name !== object.nameField)).filter(has);
  return {
    compact: pick(COMPACT[object.name]).slice(0, COMPACT_SIZE),
    detail: [...new Set([object.nameField, ...plain.map(({ name }) => name), ...AUDIT])].filter(has),
    list: pick(LIST[object.name]).slice(0, COMPACT_SIZE),
  };
}

function belongsOnLayout(field: FieldDef, object: ObjectDef): boolean {
  return !AUDIT.includes(field.name) && (object.custom || !field.custom);
}
