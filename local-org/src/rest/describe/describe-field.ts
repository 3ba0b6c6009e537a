import type { FieldDef, FieldType, ObjectDef } from '../../schema/types.ts';
import { governedAs } from '../../security/standard-fields.ts';
import { canSetAuditField } from '../../security/audit-fields.ts';
import type { UserContext } from '../../security/types.ts';

const SOAP_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
};

const NUMERIC: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent']);
const BYTES_PER_CHARACTER = 3;

function extraTypeInfo(field: FieldDef): string | null {
  if (field.richText) return 'richtextarea';
  return field.longText ? 'plaintextarea' : null;
}

/** One field as `describe` shows it to a user. Names of nothing that the user may not see. */
export function describeField(
  object: ObjectDef,
  field: FieldDef,
  user: UserContext,
): Record<string, unknown> {
  const editable = user.canField(object.name, field.name, 'edit');
  const long = field.longText === true;
  const length = field.length ?? 0;
  const references = field.reference;
  return {
    aggregatable: !long && field.type !== 'boolean' && field.type !== 'multipicklist',
    aiPredictionField: false,
    autoNumber: field.autoNumber !== undefined,
    byteLength: length * BYTES_PER_CHARACTER,
    calculated: field.formula !== undefined,
    calculatedFormula: field.formula?.expression ?? null,
    cascadeDelete: references?.masterDetail !== undefined || references?.onDelete === 'Cascade',
    caseSensitive: field.caseSensitive ?? false,
    compoundFieldName: null,
    controllerName: null,
    createable: (field.createable && editable) || canSetAuditField(user, object, field),
    custom: field.custom,
    defaultValue: field.defaultValue ?? (field.type === 'boolean' ? false : null),
    defaultValueFormula: null,
    defaultedOnCreate: isDefaulted(field),
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? (field.precision ?? 8) : 0,
    displayLocationInDecimal: false,
    encrypted: false,
    externalId: field.externalId ?? false,
    extraTypeInfo: extraTypeInfo(field),
    filterable: !long,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: false,
    groupable: !long && !NUMERIC.has(field.type) && !['datetime', 'multipicklist'].includes(field.type),
    highScaleNumber: false,
    htmlFormatted: field.richText ?? false,
    idLookup: field.type === 'id' || field.externalId === true,
    inlineHelpText: field.helpText ?? null,
    label: field.label,
    length: NUMERIC.has(field.type) ? 0 : length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.name === object.nameField,
    namePointing: (references?.to.length ?? 0) > 1,
    nillable: field.nillable,
    permissionable: field.custom ? field.nillable : governedAs(object.name, field) !== null,
    picklistValues: (field.picklist?.values ?? []).map(({ value, label, active, isDefault }) => ({
      active,
      defaultValue: isDefault,
      label,
      validFor: null,
      value,
    })),
    polymorphicForeignKey: (references?.to.length ?? 0) > 1,
    precision: NUMERIC.has(field.type) && field.type !== 'int' ? (field.precision ?? 18) : 0,
    queryByDistance: false,
    referenceTargetField: null,
    referenceTo: references?.to ?? [],
    relationshipName: references?.relationshipName ?? null,
    relationshipOrder: references?.masterDetail ? 0 : null,
    restrictedDelete: references?.onDelete === 'Restrict',
    restrictedPicklist: field.picklist?.restricted ?? false,
    scale: field.type === 'int' ? 0 : (field.scale ?? 0),
    searchPrefilterable: references !== undefined,
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    sortable: !long && field.type !== 'multipicklist',
    type: field.type,
    unique: field.unique ?? false,
    updateable: field.updateable && editable,
    writeRequiresMasterRead: false,
  };
}

function isDefaulted(field: FieldDef): boolean {
  return (
    field.type === 'boolean' ||
    field.type === 'id' ||
    field.defaultValue !== undefined ||
    field.autoNumber !== undefined ||
    [
      'OwnerId',
      'CreatedDate',
      'CreatedById',
      'LastModifiedDate',
      'LastModifiedById',
      'SystemModstamp',
    ].includes(field.name)
  );
}
