import { withSystemFields } from '../system-fields.ts';
import type { FieldDef, ObjectDef } from '../types.ts';

type Attributes = Pick<ObjectDef, 'name' | 'label' | 'labelPlural' | 'keyPrefix' | 'sharingModel'> &
  Partial<Pick<ObjectDef, 'nameField' | 'readOnly'>> & { owned?: boolean; recycleBin?: boolean };

/** Completes a standard object: system fields around its own, `Name` as its name field unless said otherwise. */
export function standardObject(attributes: Attributes, fields: readonly FieldDef[]): ObjectDef {
  const { owned = false, recycleBin = true, nameField = 'Name', ...rest } = attributes;
  return {
    ...rest,
    nameField,
    custom: false,
    fields: new Map(withSystemFields(fields, { owned, recycleBin }).map((field) => [field.name, field])),
  };
}

/** Street, city, state, postal code and country, as text fields with a common prefix. */
export function addressParts(prefix: string): { name: string; label: string; length: number }[] {
  return [
    { name: `${prefix}Street`, label: `${prefix} Street`, length: 255 },
    { name: `${prefix}City`, label: `${prefix} City`, length: 40 },
    { name: `${prefix}State`, label: `${prefix} State/Province`, length: 80 },
    { name: `${prefix}PostalCode`, label: `${prefix} Zip/Postal Code`, length: 20 },
    { name: `${prefix}Country`, label: `${prefix} Country`, length: 80 },
  ];
}
