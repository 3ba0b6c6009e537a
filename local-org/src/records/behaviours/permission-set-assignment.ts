import { SalesforceError } from '../../errors.ts';
import type { SaveContext } from './behaviour.ts';
import { checkIntegrationLicense } from './permission-set-license.ts';

/** A permission set is assigned to a user once, to active users only, and to those whose licenses allow it. */
export function savePermissionSetAssignment(context: SaveContext): void {
  const { row, object, rows, find } = context;
  const assigned = rows
    .findBy(object, 'AssigneeId', row.AssigneeId ?? null)
    .some((other) => other.PermissionSetId === row.PermissionSetId);
  if (assigned) {
    throw new SalesforceError(
      'DUPLICATE_VALUE',
      'duplicate value found: <unknown> duplicates value on record with id: <unknown>',
    );
  }
  const assignee = row.AssigneeId == null ? undefined : find(String(row.AssigneeId));
  if (assignee?.IsActive === 0) {
    throw new SalesforceError(
      'FIELD_INTEGRITY_EXCEPTION',
      'Assignee ID: a permission set is assigned to active users only',
      { fields: ['AssigneeId'] },
    );
  }
  if (assignee) checkIntegrationLicense(assignee, find(String(row.PermissionSetId)), context);
}
