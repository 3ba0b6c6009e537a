import type { FieldDef, FieldType } from '../schema/types.ts';

/**
 * The kinds of field values GraphQL tells apart. A kind gives its name to a scalar, a `…Value` type,
 * an `…Operators` input and an `…Aggregate` type.
 * https://developer.salesforce.com/docs/platform/graphql/guide/schema-conventions.html
 */
export type FieldKind =
  | 'ID'
  | 'String'
  | 'TextArea'
  | 'LongTextArea'
  | 'RichTextArea'
  | 'Boolean'
  | 'Int'
  | 'Double'
  | 'Currency'
  | 'Percent'
  | 'Date'
  | 'DateTime'
  | 'Picklist'
  | 'MultiPicklist'
  | 'Email'
  | 'PhoneNumber'
  | 'Url';

const KIND_BY_TYPE: Record<FieldType, FieldKind> = {
  id: 'ID',
  reference: 'ID',
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
  email: 'Email',
  phone: 'PhoneNumber',
  url: 'Url',
};

/** Every kind, in a stable order. */
export const FIELD_KINDS: readonly FieldKind[] = [
  ...new Set<FieldKind>([...Object.values(KIND_BY_TYPE), 'LongTextArea', 'RichTextArea']),
];

const LONG_TEXT: ReadonlySet<FieldKind> = new Set(['LongTextArea', 'RichTextArea']);
/** Currency, double, percent, long text and multi-select picklists cannot be grouped by. */
const GROUPABLE: ReadonlySet<FieldKind> = new Set([
  'ID',
  'String',
  'Boolean',
  'Int',
  'Date',
  'Picklist',
  'Email',
  'PhoneNumber',
  'Url',
]);
const NUMERIC: ReadonlySet<FieldKind> = new Set(['Int', 'Double', 'Currency', 'Percent']);
/** Kinds without `count`, `min` and `max`: their aggregate type carries the grouped value alone. */
const NOT_MEASURABLE: ReadonlySet<FieldKind> = new Set(['Boolean', 'MultiPicklist', ...LONG_TEXT]);

/** The kind of a field. */
export function fieldKind(field: FieldDef): FieldKind {
  if (field.type !== 'textarea') return KIND_BY_TYPE[field.type];
  if (field.richText) return 'RichTextArea';
  return field.longText ? 'LongTextArea' : 'TextArea';
}

/** Long and rich text are read, never filtered. */
export function isFilterable(kind: FieldKind): boolean {
  return !LONG_TEXT.has(kind);
}

/** Neither long text nor a multi-select picklist puts records in order. */
export function isSortable(kind: FieldKind): boolean {
  return isFilterable(kind) && kind !== 'MultiPicklist';
}

export function isGroupable(kind: FieldKind): boolean {
  return GROUPABLE.has(kind);
}

/** Whether `sum` and `avg` exist. */
export function isNumeric(kind: FieldKind): boolean {
  return NUMERIC.has(kind);
}

/** Whether `count`, `countDistinct`, `min` and `max` exist. */
export function isMeasurable(kind: FieldKind): boolean {
  return !NOT_MEASURABLE.has(kind);
}
