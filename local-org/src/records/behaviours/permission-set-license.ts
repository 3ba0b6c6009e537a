import { SalesforceError } from '../../errors.ts';
import { INTEGRATION_PROFILE } from '../../security/profiles.ts';
import type { Row } from '../row.ts';
import type { SaveContext } from './behaviour.ts';

/** The permission set license that comes with the Salesforce Integration user license. */
export const INTEGRATION_LICENSE = 'SalesforceAPIIntegrationPsl';

/** A permission set license is assigned to a user once. */
export function savePermissionSetLicenseAssign({ row, object, rows }: SaveContext): void {
  const assigned = rows
    .findBy(object, 'AssigneeId', row.AssigneeId ?? null)
    .some((other) => other.PermissionSetLicenseId === row.PermissionSetLicenseId);
  if (assigned) {
    throw new SalesforceError(
      'DUPLICATE_VALUE',
      'duplicate value found: <unknown> duplicates value on record with id: <unknown>',
    );
  }
}

/**
 * The Salesforce Integration user license allows next to nothing by itself: the permission set license has to be
 * assigned before a permission set can be. An org names the first permission that is not allowed; here every
 * permission set is refused, whatever it grants.
 * https://admin.salesforce.com/blog/2023/best-practices-for-configuring-your-integration-user
 *
 * @throws {SalesforceError} FIELD_INTEGRITY_EXCEPTION for a user of that license without the permission set license
 */
export function checkIntegrationLicense(
  user: Row,
  permissionSet: Row | undefined,
  { find, rows, schema }: Pick<SaveContext, 'find' | 'rows' | 'schema'>,
): void {
  if (find(String(user.ProfileId))?.Name !== INTEGRATION_PROFILE) return;
  const assignments = schema.object('PermissionSetLicenseAssign');
  const licensed =
    assignments !== undefined &&
    rows
      .findBy(assignments, 'AssigneeId', user.Id ?? null)
      .some((row) => find(String(row.PermissionSetLicenseId))?.DeveloperName === INTEGRATION_LICENSE);
  if (licensed) return;
  throw new SalesforceError(
    'FIELD_INTEGRITY_EXCEPTION',
    `Can't assign permission set ${permissionSet?.Label} to user ${user.Name}. The user license doesn't allow its ` +
      'permissions: assign the permission set license Salesforce API Integration first',
    { fields: ['PermissionSetId'] },
  );
}
