import { makeId } from './ids.ts';
import { INTEGRATION_LICENSE } from './records/behaviours/permission-set-license.ts';
import type { Row } from './records/row.ts';
import type { RowStore } from './records/row-store.ts';
import { toStoredDateTime } from './records/values/parse-date.ts';
import type { Schema } from './schema/types.ts';
import { PROFILES } from './security/profiles.ts';
import type { Sequences } from './store/sequences.ts';

interface Parts {
  schema: Schema;
  rows: RowStore;
  sequences: Sequences;
  now: () => Date;
}

/** The one user of an empty org. */
export const ADMIN_USERNAME = 'admin@local.tenure.example';

/** What a new org holds before anyone works in it. */
export interface Seed {
  orgId: string;
  adminId: string;
}

/** Makes the organization, its profiles and its administrator, or finds them in an org that exists. */
export function seedOrg(parts: Parts): Seed {
  const { schema, rows, sequences } = parts;
  const at = toStoredDateTime(parts.now());

  function object(name: string) {
    const found = schema.object(name);
    if (!found) throw new Error(`The standard schema has no ${name}`);
    return found;
  }

  function newId(objectName: string): string {
    const { keyPrefix } = object(objectName);
    return makeId(keyPrefix, sequences.next(keyPrefix));
  }

  function insert(objectName: string, id: string, createdBy: string, values: Row): void {
    const audit = { CreatedDate: at, CreatedById: createdBy, LastModifiedDate: at };
    const row = { Id: id, IsDeleted: 0, ...audit, LastModifiedById: createdBy, SystemModstamp: at };
    rows.insert(object(objectName), { ...row, ...values });
  }

  const [organization] = rows.findBy(object('Organization'), 'IsDeleted', 0, 1);
  const [admin] = rows.findBy(object('User'), 'Username', ADMIN_USERNAME, 1);
  const existing = organization && admin && { orgId: String(organization.Id), adminId: String(admin.Id) };
  const seed = existing ?? seedPeople();
  // Apart from the rest: an org that was made before licenses were modelled gets them too.
  const license = object('PermissionSetLicense');
  if (rows.findBy(license, 'DeveloperName', INTEGRATION_LICENSE, 1).length === 0) {
    insert(license.name, newId(license.name), seed.adminId, {
      ...{ DeveloperName: INTEGRATION_LICENSE, MasterLabel: 'Salesforce API Integration', Status: 'Active' },
    });
  }
  return seed;

  function seedPeople(): Seed {
    const seed = { orgId: newId('Organization'), adminId: newId('User') };
    insert('Organization', seed.orgId, seed.adminId, {
      ...{ Name: 'Local Org', DefaultLocaleSidKey: 'en_US', TimeZoneSidKey: 'GMT' },
      ...{ LanguageLocaleKey: 'en_US', OrganizationType: 'Developer Edition', InstanceName: 'LOCAL1' },
      IsSandbox: 0,
    });
    const profileIds = PROFILES.map(({ name, description }) => {
      const id = newId('Profile');
      insert('Profile', id, seed.adminId, { Name: name, Description: description, UserType: 'Standard' });
      return id;
    });
    insert('User', seed.adminId, seed.adminId, {
      ...{ Username: ADMIN_USERNAME, FirstName: 'Org', LastName: 'Admin', Name: 'Org Admin', Alias: 'admin' },
      ...{ Email: ADMIN_USERNAME, CommunityNickname: 'admin', IsActive: 1, UserType: 'Standard' },
      ...{ TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US' },
      ...{ EmailEncodingKey: 'UTF-8', ProfileId: profileIds[0] ?? null },
    });
    return seed;
  }
}
