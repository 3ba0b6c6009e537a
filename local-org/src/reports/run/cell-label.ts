import type { FieldValue } from '../../records/types.ts';
import type { FieldDef } from '../../schema/types.ts';
import { displayValue } from '../../ui-model/display-value.ts';
import type { Region } from '../../ui-model/region.ts';

/** What stands for a value that is not there. */
export const NO_VALUE = '-';

/** What a person of a region reads for a value of a field. */
export function cellLabel(field: FieldDef, value: FieldValue, region: Region): string {
  if (value === null) return NO_VALUE;
  if (field.type === 'boolean') return value ? 'true' : 'false';
  return displayValue(field, value, region) ?? plainText(String(value));
}

/** Rich text is shown as its words. */
function plainText(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
