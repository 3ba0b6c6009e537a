import { SalesforceError } from '../errors.ts';
import type { UserContext } from '../security/types.ts';

/**
 * Who may call the Metadata API.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_modify_metadata_perm.htm
 */
export function requireMetadataAccess(user: UserContext): void {
  if (user.modifyAllData || user.hasSystemPermission('ModifyMetadata')) return;
  throw new SalesforceError(
    'INSUFFICIENT_ACCESS',
    'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
    { httpStatus: 403 },
  );
}
