/** What `@salesforce/schema/Account.Name` exports, or the name as text. */
export type FieldReference = string | { objectApiName: string; fieldApiName: string };

/** `Account.Name`, however the field was named. */
export function qualifiedName(field: FieldReference): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

/** The names of a `fields` parameter, which may be one or a list. */
export function qualifiedNames(fields: FieldReference | readonly FieldReference[] | undefined): string[] {
  if (fields === undefined) return [];
  return (Array.isArray(fields) ? (fields as FieldReference[]) : [fields as FieldReference]).map(
    qualifiedName,
  );
}

/** `['Owner', 'Name']` for `Account.Owner.Name`. */
export function fieldPath(field: FieldReference): string[] {
  return qualifiedName(field).split('.').slice(1);
}
