import type { Org } from '../../org.ts';
import type { FieldValue, SObject } from '../../records/types.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { FieldPath } from '../../soql/ast.ts';
import { displayValue, isoDateTime } from '../../ui-model/display-value.ts';
import type { Region } from '../../ui-model/region.ts';
import { eTag } from '../../ui-model/object-info.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_field_value.htm */
export interface FieldValueRepresentation {
  displayValue: string | null;
  value: FieldValue | RecordRepresentation;
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record.htm */
export interface RecordRepresentation {
  apiName: string;
  childRelationships: Record<string, never>;
  eTag: string;
  fields: Record<string, FieldValueRepresentation>;
  id: string | null;
  lastModifiedById: string | null;
  lastModifiedDate: string | null;
  /** Null: this org has no record types. */
  recordTypeId: null;
  recordTypeInfo: null;
  systemModstamp: string | null;
  weakEtag: number;
}

/** What every record needs besides the fields asked for. */
export function basePaths(object: ObjectDef, prefix: FieldPath = []): FieldPath[] {
  return ['Id', object.nameField, 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp']
    .filter((name) => object.fields.has(name))
    .map((name) => [...prefix, name]);
}

/** Puts a queried row into UI API's shape, with the fields of `paths` and no others, displayed as in `region`. */
export function recordRepresentation(
  org: Org,
  object: ObjectDef,
  row: SObject,
  paths: readonly FieldPath[],
  region: Region,
): RecordRepresentation {
  const fields: Record<string, FieldValueRepresentation> = {};
  for (const [name, deeper] of byFirstStep(paths)) {
    if (deeper.length === 0) fields[name] = ownValue(org, object, row, name, region);
    else Object.assign(fields, parentValues(org, object, row, name, deeper, region));
  }
  const systemModstamp = dateTimeOf(row, 'SystemModstamp');
  return {
    apiName: object.name,
    childRelationships: {},
    eTag: eTag(fields),
    fields,
    id: String(row['Id']),
    lastModifiedById: (row['LastModifiedById'] as string | undefined) ?? null,
    lastModifiedDate: dateTimeOf(row, 'LastModifiedDate'),
    recordTypeId: null,
    recordTypeInfo: null,
    systemModstamp,
    weakEtag: systemModstamp === null ? 0 : Date.parse(systemModstamp),
  };
}

function byFirstStep(paths: readonly FieldPath[]): Map<string, FieldPath[]> {
  const groups = new Map<string, FieldPath[]>();
  for (const [first = '', ...rest] of paths) {
    const group = groups.get(first) ?? [];
    if (rest.length > 0) group.push(rest);
    groups.set(first, group);
  }
  return groups;
}

function ownValue(
  org: Org,
  object: ObjectDef,
  row: SObject,
  name: string,
  region: Region,
): FieldValueRepresentation {
  const field = org.schema.field(object.name, name);
  const value = (row[name] ?? null) as FieldValue;
  if (!field || value === null) return { displayValue: null, value: null };
  return {
    displayValue: displayValue(field, value, region),
    value: field.type === 'datetime' ? isoDateTime(String(value)) : value,
  };
}

/** The parent's record, and the reference that leads to it, which UI API always sends along. */
function parentValues(
  org: Org,
  object: ObjectDef,
  row: SObject,
  relationship: string,
  paths: readonly FieldPath[],
  region: Region,
): Record<string, FieldValueRepresentation> {
  const field = org.schema.parentRelationship(object.name, relationship);
  const parentRow = row[relationship] as SObject | null | undefined;
  const parent = org.schema.object(parentRow?.attributes.type ?? '');
  const reference = field ? { [field.name]: ownValue(org, object, row, field.name, region) } : {};
  if (!parentRow || !parent) return { ...reference, [relationship]: { displayValue: null, value: null } };
  const value = recordRepresentation(org, parent, parentRow, paths, region);
  // Of a polymorphic parent only its `Name` was read, which is the number of a case.
  const name = parentRow[parent.nameField] ?? parentRow['Name'];
  return { ...reference, [relationship]: { displayValue: typeof name === 'string' ? name : null, value } };
}

function dateTimeOf(row: SObject, name: string): string | null {
  const value = row[name];
  return typeof value === 'string' ? isoDateTime(value) : null;
}
