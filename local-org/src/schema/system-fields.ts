import { checkbox, dateTime, filledByPlatform, lookup } from './field-builders.ts';
import type { FieldDef } from './types.ts';

const always = { ...filledByPlatform, nillable: false } as const;

const id: FieldDef = { name: 'Id', label: 'Record ID', type: 'id', custom: false, length: 18, ...always };

const audit: FieldDef[] = [
  dateTime('CreatedDate', 'Created Date', always),
  lookup('CreatedById', 'Created By ID', 'User', always),
  dateTime('LastModifiedDate', 'Last Modified Date', always),
  lookup('LastModifiedById', 'Last Modified By ID', 'User', always),
  dateTime('SystemModstamp', 'System Modstamp', always),
];

const owner = lookup('OwnerId', 'Owner ID', 'User', { nillable: false, onDelete: 'Restrict' });

/**
 * Fields that every object carries, around its own: Id and IsDeleted first, OwnerId where it has an owner,
 * audit last. Objects without a recycle bin, such as User, have no IsDeleted: what is deleted is gone.
 */
export function withSystemFields(
  fields: readonly FieldDef[],
  options: { owned: boolean; recycleBin?: boolean },
): FieldDef[] {
  return [
    id,
    ...(options.recycleBin === false ? [] : [checkbox('IsDeleted', 'Deleted', filledByPlatform)]),
    ...(options.owned ? [owner] : []),
    ...fields,
    ...audit,
  ];
}

/** Names of the fields that the platform keeps on every record. */
export const SYSTEM_FIELD_NAMES: ReadonlySet<string> = new Set([
  'Id',
  'IsDeleted',
  'OwnerId',
  ...audit.map((field) => field.name),
]);
