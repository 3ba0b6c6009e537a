import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { customerOrg, type CustomerOrg } from '../records/customer-org.ts';
import { INTEGRATION_PROFILE, PROFILES } from './profiles.ts';
import type { UserContext } from './types.ts';
import { createUserContext } from './user-context.ts';

let kit: CustomerOrg;

beforeEach(() => {
  kit = customerOrg();
});
afterEach(() => kit.org.close());

function withProfile(name: string): UserContext {
  const profile = PROFILES.find((each) => each.name === name);
  if (!profile) throw new Error(`There is no profile ${name}`);
  const readOnly = { create: false, edit: false, delete: false, viewAll: false, modifyAll: false };
  const reader = {
    ...{ name: 'Reader', label: 'Reader', systemPermissions: [] },
    ...{ tabSettings: [], applicationVisibilities: [] },
    objectPermissions: [{ object: 'Account', read: true, ...readOnly }],
    fieldPermissions: ['Industry', 'BillingAddress'].map((field) => ({
      ...{ field: `Account.${field}`, readable: true, editable: false },
    })),
  };
  return createUserContext(
    { userId: kit.org.adminId, username: 'robot', userRoleId: null },
    ...([profile, [reader], kit.org.schema] as const),
  );
}

describe('a standard field', () => {
  const reads = (user: UserContext, fields: string[]) =>
    fields.filter((field) => user.canField('Account', field, 'read'));

  test('is open to a standard user who may read the object', () => {
    expect(reads(withProfile('Standard User'), ['Phone', 'ShippingCountry', 'ParentId'])).toHaveLength(3);
  });

  test('is left to permission sets by the profile of integrations, an address as a whole', () => {
    const robot = withProfile(INTEGRATION_PROFILE);

    expect(reads(robot, ['Industry', 'BillingCountry', 'Phone', 'ShippingCountry', 'ParentId'])).toEqual([
      'Industry',
      'BillingCountry',
    ]);
    expect(() => kit.org.queries.soql(robot, 'SELECT Phone FROM Account')).toThrow("No such column 'Phone'");
  });

  test('that is required, a name or the platform’s own follows the object everywhere', () => {
    const fields = ['Id', 'Name', 'OwnerId', 'CreatedDate', 'SystemModstamp'];
    expect(reads(withProfile(INTEGRATION_PROFILE), fields)).toEqual(fields);
  });

  test('is not to be changed by who may only read it', () => {
    expect(withProfile(INTEGRATION_PROFILE).canField('Account', 'Industry', 'edit')).toBe(false);
  });
});
