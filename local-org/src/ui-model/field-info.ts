import type { FieldDef, ObjectDef, Schema } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import { extraTypeInfo, uiDataType } from './data-type.ts';
import type { UiDataType } from './data-type.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_field.htm */
export interface FieldInfo {
  apiName: string;
  calculated: boolean;
  compound: boolean;
  compoundComponentName: string | null;
  compoundFieldName: string | null;
  controllerName: string | null;
  controllingFields: string[];
  createable: boolean;
  custom: boolean;
  dataType: UiDataType;
  extraTypeInfo: string | null;
  filterable: boolean;
  filteredLookupInfo: null;
  highScaleNumber: boolean;
  htmlFormatted: boolean;
  inlineHelpText: string | null;
  label: string;
  length: number;
  nameField: boolean;
  polymorphicForeignKey: boolean;
  precision: number;
  reference: boolean;
  referenceTargetField: string | null;
  referenceToInfos: { apiName: string; nameFields: string[] }[];
  relationshipName: string | null;
  required: boolean;
  scale: number;
  searchPrefilterable: boolean;
  sortable: boolean;
  unique: boolean;
  updateable: boolean;
}

/** One field as the user may use it: `createable` and `updateable` follow her rights. */
export function fieldInfo(schema: Schema, user: UserContext, object: ObjectDef, field: FieldDef): FieldInfo {
  const targets = field.reference?.to ?? [];
  const editable = user.canField(object.name, field.name, 'edit');
  return {
    apiName: field.name,
    calculated: field.formula !== undefined,
    compound: false,
    compoundComponentName: null,
    compoundFieldName: null,
    controllerName: null,
    controllingFields: [],
    createable: field.createable && editable && user.canObject(object.name, 'create'),
    custom: field.custom,
    dataType: uiDataType(field),
    extraTypeInfo: extraTypeInfo(field),
    filterable: !field.longText,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: field.richText ?? false,
    inlineHelpText: field.helpText ?? null,
    label: field.label,
    length: field.length ?? (field.type === 'id' || field.reference ? 18 : 0),
    nameField: field.name === object.nameField,
    polymorphicForeignKey: targets.length > 1,
    precision: field.precision ?? 0,
    reference: field.reference !== undefined,
    referenceTargetField: null,
    referenceToInfos: targets.map((apiName) => ({ apiName, nameFields: nameFields(schema.object(apiName)) })),
    relationshipName: field.reference?.relationshipName ?? null,
    required: isRequired(field),
    scale: field.scale ?? 0,
    searchPrefilterable: field.reference !== undefined,
    sortable: !field.longText && field.type !== 'multipicklist',
    unique: field.unique ?? false,
    updateable: field.updateable && editable && user.canObject(object.name, 'edit'),
  };
}

/** The fields that name a record of an object. */
export function nameFields(object: ObjectDef | undefined): string[] {
  if (!object) return [];
  const person = ['FirstName', 'LastName', 'Name'].every((name) => object.fields.has(name));
  return person ? ['FirstName', 'LastName', 'Name'] : [object.nameField];
}

/** A value must be sent on create: none may be missing, and none is put in. Every record has an owner anyway. */
function isRequired(field: FieldDef): boolean {
  const filled = field.defaultValue !== undefined || field.type === 'boolean' || field.name === 'OwnerId';
  return !field.nillable && field.createable && !filled;
}
