import type { Org } from '../../org.ts';
import type { FieldValue } from '../../records/types.ts';
import type { FieldDef, ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import { displayValue } from '../../ui-model/display-value.ts';
import { objectInfo, readableFields } from '../../ui-model/object-info.ts';
import { defaultPicklistValue } from '../../ui-model/picklist-values.ts';
import { regionOf, type Region } from '../../ui-model/region.ts';
import { layoutRepresentation } from './layout-representation.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_defaults.htm */
export function recordDefaults(org: Org, user: UserContext, object: ObjectDef): object {
  const info = objectInfo(org, user, object);
  const region = regionOf(org, user.userId);
  const fields = readableFields(user, object).filter((field) => info.fields[field.name]?.createable);
  return {
    layout: layoutRepresentation(org, user, object, 'Full', 'Create'),
    objectInfos: { [object.name]: info },
    record: {
      apiName: object.name,
      childRelationships: {},
      fields: Object.fromEntries(fields.map((field) => [field.name, startValue(field, user, region)])),
      id: null,
      lastModifiedById: null,
      lastModifiedDate: null,
      recordTypeId: null,
      recordTypeInfo: null,
      systemModstamp: null,
    },
  };
}

function startValue(
  field: FieldDef,
  user: UserContext,
  region: Region,
): { displayValue: string | null; value: FieldValue } {
  const value = field.name === 'OwnerId' ? user.userId : defaultOf(field);
  return { displayValue: displayValue(field, value, region), value };
}

function defaultOf(field: FieldDef): FieldValue {
  if (field.defaultValue !== undefined) return field.defaultValue;
  return field.type === 'boolean' ? false : (defaultPicklistValue(field)?.value ?? null);
}
