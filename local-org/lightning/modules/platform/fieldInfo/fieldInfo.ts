/** A field as UI API's object info describes it. */
export interface FieldInfo {
  apiName: string;
  label: string;
  dataType: string;
  createable: boolean;
  updateable: boolean;
  required: boolean;
  length: number;
  scale: number;
  htmlFormatted?: boolean;
  extraTypeInfo?: string | null;
  inlineHelpText?: string | null;
  reference?: boolean;
  relationshipName?: string | null;
  referenceToInfos?: { apiName: string; nameFields: string[] }[];
}

/** What the forms use of UI API's object info. */
export interface ObjectInfo {
  apiName: string;
  label: string;
  labelPlural: string;
  nameFields: string[];
  defaultRecordTypeId: string | null;
  createable: boolean;
  updateable: boolean;
  deletable: boolean;
  fields: Record<string, FieldInfo>;
}

/** The fields to read so that each can be shown: a lookup needs the name of what it points to. */
export function fieldsToRead(info: ObjectInfo, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const field = info.fields[name];
    if (!field) return [];
    const own = `${info.apiName}.${name}`;
    const target = nameFieldOf(field);
    return target ? [own, `${info.apiName}.${field.relationshipName}.${target}`] : [own];
  });
}

/** The field that names the record behind a lookup; of the first object where it may point to several. */
export function nameFieldOf(field: FieldInfo): string | undefined {
  if (!field.relationshipName || field.referenceToInfos?.length === 0) return undefined;
  return nameFieldIn(field.referenceToInfos?.[0]?.nameFields);
}

/** Each object that a lookup may point to, with the field that names its records: `Case` has no `Name`. */
export function targetsOf(field: FieldInfo): { apiName: string; nameField: string }[] {
  return (field.referenceToInfos ?? []).map(({ apiName, nameFields }) => ({
    apiName,
    nameField: nameFieldIn(nameFields) ?? 'Name',
  }));
}

function nameFieldIn(names: readonly string[] = ['Name']): string | undefined {
  return names.includes('Name') ? 'Name' : names[0];
}

/** A field's label on a page: a lookup is called after the record it names, `Owner`, not after its Id. */
export function labelOf(field: FieldInfo): string {
  return field.dataType === 'Reference' ? field.label.replace(/ ID$/, '') : field.label;
}

/** The icon of an object in the design system. */
export function iconOf(objectApiName: string): string {
  return STANDARD_ICONS.has(objectApiName) ? `standard:${objectApiName.toLowerCase()}` : 'standard:record';
}

const STANDARD_ICONS = new Set([
  'Account',
  'Contact',
  'Case',
  'Task',
  'Event',
  'User',
  'Lead',
  'Opportunity',
  'Contract',
]);
