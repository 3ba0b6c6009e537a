import type { FieldDef, ObjectDef } from '../schema/types.ts';
import type { UserContext } from './types.ts';

/** Set by the platform, and on insert by those who may keep the history of another system. */
const AUDIT_FIELDS: ReadonlySet<string> = new Set([
  ...['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'],
]);
/** Further fields that open with them, by object. */
const MORE_FIELDS: Readonly<Record<string, readonly string[]>> = { Case: ['ClosedDate'] };
/** The standard objects of this org whose audit fields can be set; of custom objects it is every one. */
const OBJECTS: ReadonlySet<string> = new Set([
  ...['Account', 'Case', 'Contact', 'Event', 'Opportunity', 'Task'],
]);

/**
 * Whether a user may set this field on insert through REST or Bulk API although the platform fills it: with
 * "Set Audit Fields upon Record Creation" and Modify All Data, never on update or upsert.
 * https://help.salesforce.com/s/articleView?id=000386065
 */
export function canSetAuditField(user: UserContext, object: ObjectDef, field: FieldDef): boolean {
  const isAuditField =
    (object.custom || OBJECTS.has(object.name)) &&
    (AUDIT_FIELDS.has(field.name) || (MORE_FIELDS[object.name]?.includes(field.name) ?? false));
  return isAuditField && user.hasSystemPermission('CreateAuditFields') && user.modifyAllData;
}
