import type { FieldDef } from '../schema/types.ts';
import { UI_DATA_TYPES, uiDataType, type UiDataType } from '../ui-model/data-type.ts';

/** What GraphQL calls otherwise than UI API does: `Id` and every other reference, and a phone number. */
const RENAMED = { Reference: 'ID', Phone: 'PhoneNumber' } as const;

/**
 * The kinds of field values GraphQL tells apart. A kind gives its name to a scalar, a `…Value` type,
 * an `…Operators` input and an `…Aggregate` type.
 * https://developer.salesforce.com/docs/platform/graphql/guide/schema-conventions.html
 */
export type FieldKind =
  | Exclude<UiDataType, keyof typeof RENAMED>
  | (typeof RENAMED)[keyof typeof RENAMED]
  | 'LongTextArea'
  | 'RichTextArea';

/** Every kind, in a stable order. */
export const FIELD_KINDS: readonly FieldKind[] = [
  ...new Set(UI_DATA_TYPES.map(kindOf)),
  'LongTextArea',
  'RichTextArea',
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
  if (field.type !== 'textarea') return kindOf(uiDataType(field));
  if (field.richText) return 'RichTextArea';
  return field.longText ? 'LongTextArea' : 'TextArea';
}

function kindOf(type: UiDataType): FieldKind {
  return type === 'Reference' || type === 'Phone' ? RENAMED[type] : type;
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
