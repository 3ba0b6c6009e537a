import { SalesforceError } from '../../errors.ts';
import type { SaveContext } from './behaviour.ts';

/** A permission set is assigned to a user once, and to active users only. */
export function savePermissionSetAssignment({ row, object, rows, find }: SaveContext): void {
  const assigned = rows
    .findBy(object, 'AssigneeId', row.AssigneeId ?? null)
    .some((other) => other.PermissionSetId === row.PermissionSetId);
  if (assigned) {
    throw new SalesforceError(
      'DUPLICATE_VALUE',
      'duplicate value found: <unknown> duplicates value on record with id: <unknown>',
    );
  }
  if (row.AssigneeId != null && find(String(row.AssigneeId))?.IsActive === 0) {
    throw new SalesforceError(
      'FIELD_INTEGRITY_EXCEPTION',
      'Assignee ID: a permission set is assigned to active users only',
      { fields: ['AssigneeId'] },
    );
  }
}
