import type { FieldDef } from '../schema/types.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_picklist_value.htm */
export interface PicklistValueInfo {
  attributes: null;
  label: string;
  validFor: number[];
  value: string;
}

/** The active values of a picklist, in their order. */
export function picklistValueInfos(field: FieldDef): PicklistValueInfo[] {
  return activeValues(field).map(({ label, value }) => ({ attributes: null, label, validFor: [], value }));
}

/** The value a new record starts with, or null. */
export function defaultPicklistValue(field: FieldDef): PicklistValueInfo | null {
  const found = activeValues(field).find((entry) => entry.isDefault);
  return found ? { attributes: null, label: found.label, validFor: [], value: found.value } : null;
}

function activeValues(field: FieldDef): NonNullable<FieldDef['picklist']>['values'] {
  return (field.picklist?.values ?? []).filter((entry) => entry.active);
}
