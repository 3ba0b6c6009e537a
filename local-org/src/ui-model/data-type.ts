import type { FieldDef, FieldType } from '../schema/types.ts';

/**
 * Field types by the names UI API gives them (`Field.dataType` of an object info).
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_field.htm
 */
export type UiDataType =
  | 'Boolean'
  | 'Currency'
  | 'Date'
  | 'DateTime'
  | 'Double'
  | 'Email'
  | 'Int'
  | 'MultiPicklist'
  | 'Percent'
  | 'Phone'
  | 'Picklist'
  | 'Reference'
  | 'String'
  | 'TextArea'
  | 'Url';

/** `Id` is a Reference to its own object, as in an org. */
const DATA_TYPES: Record<FieldType, UiDataType> = {
  id: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  boolean: 'Boolean',
  int: 'Int',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  reference: 'Reference',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
};

/** Every data type of UI API. */
export const UI_DATA_TYPES: readonly UiDataType[] = [...new Set(Object.values(DATA_TYPES))];

/** The UI API data type of a field. */
export function uiDataType(field: FieldDef): UiDataType {
  return DATA_TYPES[field.type];
}

/** What tells plain, long and rich text apart, null for every other type. */
export function extraTypeInfo(field: FieldDef): 'PlainTextArea' | 'RichTextArea' | null {
  if (field.type !== 'textarea') return null;
  return field.richText ? 'RichTextArea' : 'PlainTextArea';
}
