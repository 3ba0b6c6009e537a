import type { FieldMapping } from '../field-mapping.ts';
import type { OwnField } from '../own-field.ts';

/** A field of the org's own; a picklist by its values. */
export function buildOwnField(
  name: string,
  type: string,
  more: Partial<Omit<OwnField, 'name' | 'type'>> = {},
): OwnField {
  return {
    name,
    type,
    label: name.replaceAll('_', ' '),
    calculated: false,
    precision: type === 'double' || type === 'currency' || type === 'percent' ? 18 : 0,
    scale: 0,
    referenceTo: type === 'reference' ? ['User'] : [],
    relationshipName: type === 'reference' ? name.replace(/__c$/, '__r') : null,
    values: [],
    ...more,
  };
}

export function buildMapping(
  target: FieldMapping['target'],
  source: string,
  more: Partial<Omit<FieldMapping, 'target' | 'source'>> = {},
): FieldMapping {
  return { target, source, values: null, highest: null, ...more };
}
