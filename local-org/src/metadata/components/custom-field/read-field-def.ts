import type { FieldDef, FieldType } from '../../../schema/types.ts';
import {
  childFlag,
  childNamed,
  childrenNamed,
  childNumber,
  childText,
  type XmlElement,
} from '../../xml/xml-element.ts';
import { readDefaultValue } from './read-default-value.ts';

/** The describe type and, where the platform fixes it, the length of each metadata field type. */
const DESCRIBE_TYPES: Readonly<Record<string, { type: FieldType; length?: number }>> = {
  AutoNumber: { type: 'string', length: 30 },
  Checkbox: { type: 'boolean' },
  Currency: { type: 'currency' },
  Date: { type: 'date' },
  DateTime: { type: 'datetime' },
  Email: { type: 'email', length: 80 },
  Html: { type: 'textarea' },
  LongTextArea: { type: 'textarea' },
  Lookup: { type: 'reference', length: 18 },
  MasterDetail: { type: 'reference', length: 18 },
  MultiselectPicklist: { type: 'multipicklist', length: 4099 },
  Number: { type: 'double' },
  Percent: { type: 'percent' },
  Phone: { type: 'phone', length: 40 },
  Picklist: { type: 'picklist', length: 255 },
  Text: { type: 'string' },
  TextArea: { type: 'textarea', length: 255 },
  Url: { type: 'url', length: 255 },
};

/** Turns a CustomField's definition, already checked, into the schema's own form. */
export function readFieldDef(name: string, field: XmlElement): FieldDef {
  const metadataType = childText(field, 'type') ?? 'Text';
  const described = DESCRIBE_TYPES[metadataType] ?? { type: 'string' };
  const formula = childText(field, 'formula');
  const filledByPlatform = formula !== undefined || metadataType === 'AutoNumber';
  const isMaster = metadataType === 'MasterDetail';
  const isRequired = childFlag(field, 'required') || isMaster || metadataType === 'Checkbox';
  const definition: FieldDef = {
    name,
    label: childText(field, 'label') ?? name,
    type: described.type,
    custom: name.endsWith('__c'),
    nillable: !isRequired || formula !== undefined,
    createable: !filledByPlatform,
    updateable: !filledByPlatform && !(isMaster && !childFlag(field, 'reparentableMasterDetail')),
    length: childNumber(field, 'length') ?? described.length,
    precision: childNumber(field, 'precision'),
    scale: childNumber(field, 'scale'),
    description: childText(field, 'description'),
    helpText: childText(field, 'inlineHelpText'),
  };
  if (childFlag(field, 'unique')) definition.unique = true;
  if (childFlag(field, 'caseSensitive')) definition.caseSensitive = true;
  if (childFlag(field, 'externalId')) definition.externalId = true;
  if (metadataType === 'LongTextArea' || metadataType === 'Html') definition.longText = true;
  if (metadataType === 'Html') definition.richText = true;
  if (formula !== undefined) definition.formula = { expression: formula };
  if (metadataType === 'AutoNumber') {
    definition.autoNumber = { format: childText(field, 'displayFormat') ?? '{0}' };
  }
  if (described.type === 'reference') definition.reference = readReference(name, field, isMaster);
  if (childNamed(field, 'valueSet')) definition.picklist = readPicklist(field);
  const defaultValue = readDefault(metadataType, field, definition);
  if (defaultValue !== undefined) definition.defaultValue = defaultValue;
  return dropUndefined(definition);
}

function readReference(name: string, field: XmlElement, isMaster: boolean): FieldDef['reference'] {
  const childName = childText(field, 'relationshipName');
  const constraint = childText(field, 'deleteConstraint') as 'Restrict' | 'SetNull' | 'Cascade' | undefined;
  return {
    to: [childText(field, 'referenceTo') ?? ''],
    relationshipName: name.replace(/__c$/, '__r'),
    ...(childName === undefined ? {} : { childRelationshipName: `${childName}__r` }),
    ...(isMaster ? { masterDetail: { reparentable: childFlag(field, 'reparentableMasterDetail') } } : {}),
    onDelete: isMaster ? 'Cascade' : (constraint ?? (childFlag(field, 'required') ? 'Restrict' : 'SetNull')),
  };
}

function readPicklist(field: XmlElement): FieldDef['picklist'] {
  const valueSet = childNamed(field, 'valueSet');
  const definition = childNamed(valueSet, 'valueSetDefinition');
  return {
    restricted: childFlag(valueSet, 'restricted'),
    values: (definition ? childrenNamed(definition, 'value') : []).map((value) => ({
      value: childText(value, 'fullName') ?? '',
      label: childText(value, 'label') ?? childText(value, 'fullName') ?? '',
      active: childText(value, 'isActive') !== 'false',
      isDefault: childFlag(value, 'default'),
    })),
  };
}

function readDefault(
  type: string,
  field: XmlElement,
  { picklist, formula }: FieldDef,
): FieldDef['defaultValue'] {
  if (formula) return undefined;
  const chosen = picklist?.values.find(({ isDefault }) => isDefault)?.value;
  if (chosen !== undefined) return chosen;
  const text = childText(field, 'defaultValue');
  const read = text === undefined ? undefined : readDefaultValue(type, text);
  return read && 'value' in read ? read.value : undefined;
}

function dropUndefined(definition: FieldDef): FieldDef {
  return Object.fromEntries(
    Object.entries(definition).filter(([, value]) => value !== undefined),
  ) as unknown as FieldDef;
}
