import type { ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';

const LIST: Readonly<Record<string, readonly string[]>> = {
  Account: ['Industry', 'Phone', 'BillingState', 'OwnerId'],
  Contact: ['AccountId', 'Title', 'Phone', 'Email'],
  Case: ['Subject', 'Status', 'Priority', 'AccountId', 'CreatedDate'],
};
const MOST_COLUMNS = 5;
const SYSTEM = new Set(['Id', 'IsDeleted', 'SystemModstamp', 'LastViewedDate', 'LastReferencedDate']);
const AUDIT = new Set(['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate']);

/**
 * The columns of an object's related lists beside the name, as far as the user may read them: what the platform's
 * default layouts show, or the first fields of a custom object. A deploy adds custom fields to no layout.
 */
export function listFields(object: ObjectDef, user: UserContext): string[] {
  const own = [...object.fields.values()].filter(
    ({ name, custom }) => !AUDIT.has(name) && (object.custom || !custom) && name !== object.nameField,
  );
  return (LIST[object.name] ?? own.map(({ name }) => name))
    .filter((name) => {
      const field = object.fields.get(name);
      return field && !SYSTEM.has(name) && !field.longText && user.canField(object.name, name, 'read');
    })
    .slice(0, MOST_COLUMNS);
}
