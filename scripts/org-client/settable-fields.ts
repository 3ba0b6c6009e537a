import type { RecordFields } from './org-client.ts';

/**
 * A record without those of its `restricted` fields that this org does not let the user set. Audit fields such as
 * `CreatedDate` may be set with the permission "Set Audit Fields upon Record Creation" alone, and on insert only
 * (https://help.salesforce.com/s/articleView?id=000386065); without `settable`, nothing is left out.
 */
export function settableFields(
  record: RecordFields,
  settable: ReadonlySet<string> | undefined,
  restricted: readonly string[],
): RecordFields {
  return settable === undefined
    ? record
    : Object.fromEntries(
        Object.entries(record).filter(([field]) => !restricted.includes(field) || settable.has(field)),
      );
}
