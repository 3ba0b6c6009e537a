import type { FieldDef, FieldType } from './types.ts';

type Options = Partial<Omit<FieldDef, 'name' | 'label' | 'type'>>;

function field(name: string, label: string, type: FieldType, options: Options): FieldDef {
  return { name, label, type, custom: false, nillable: true, createable: true, updateable: true, ...options };
}

/** Single-line text. */
export function text(name: string, label: string, length: number, options: Options = {}): FieldDef {
  return field(name, label, 'string', { length, ...options });
}

/** Multi-line text; beyond 255 characters it cannot be filtered or sorted. */
export function textArea(name: string, label: string, length: number, options: Options = {}): FieldDef {
  return field(name, label, 'textarea', { length, longText: length > 255, ...options });
}

/** Email, phone or URL, with the platform's length for each. */
export function contactPoint(
  type: 'email' | 'phone' | 'url',
  name: string,
  label: string,
  options: Options = {},
): FieldDef {
  return field(name, label, type, { length: { email: 80, phone: 40, url: 255 }[type], ...options });
}

/** A checkbox; never null. */
export function checkbox(name: string, label: string, options: Options = {}): FieldDef {
  return field(name, label, 'boolean', { nillable: false, defaultValue: false, ...options });
}

/** A whole number. */
export function wholeNumber(name: string, label: string, options: Options = {}): FieldDef {
  return field(name, label, 'int', { precision: 8, scale: 0, ...options });
}

/** A currency amount, 18 digits of which two after the point. */
export function currency(name: string, label: string, options: Options = {}): FieldDef {
  return field(name, label, 'currency', { precision: 18, scale: 2, ...options });
}

/** A number, with its total digits and those after the point. */
export function decimal(
  type: 'double' | 'percent',
  name: string,
  label: string,
  digits: { precision: number; scale: number },
  options: Options = {},
): FieldDef {
  return field(name, label, type, { ...digits, ...options });
}

/** A calendar date, without a time zone. */
export function date(name: string, label: string, options: Options = {}): FieldDef {
  return field(name, label, 'date', options);
}

/** A moment, kept in UTC to the second. */
export function dateTime(name: string, label: string, options: Options = {}): FieldDef {
  return field(name, label, 'datetime', options);
}

/** A picklist of values whose labels are the values; unrestricted unless `restricted`. */
export function picklist(
  name: string,
  label: string,
  values: readonly string[],
  options: Options & { restricted?: boolean } = {},
): FieldDef {
  const { restricted = false, ...rest } = options;
  return field(name, label, 'picklist', {
    length: 255,
    picklist: {
      restricted,
      values: values.map((value) => ({
        value,
        label: value,
        active: true,
        isDefault: value === rest.defaultValue,
      })),
    },
    ...rest,
  });
}

/** A reference to one or several objects; the relationship is named after the field without `Id`. */
export function lookup(
  name: string,
  label: string,
  to: string | readonly string[],
  options: Options & { child?: string; onDelete?: 'Cascade' | 'Restrict' | 'SetNull' } = {},
): FieldDef {
  const { child, onDelete = 'SetNull', ...rest } = options;
  return field(name, label, 'reference', {
    length: 18,
    reference: {
      to: typeof to === 'string' ? [to] : [...to],
      relationshipName: name.replace(/Id$/, ''),
      ...(child === undefined ? {} : { childRelationshipName: child }),
      onDelete,
    },
    ...rest,
  });
}

/** For a field that the platform fills: neither created nor updated through the API. */
export const filledByPlatform = { createable: false, updateable: false } as const;
