import { fieldsToRead, labelOf, type FieldInfo, type ObjectInfo } from 'platform/fieldInfo';
import type { ListColumn } from 'platform/listViews';

/** A column of a table of records. */
export interface TableColumn {
  /** The path of its field: `Name`, `Owner.Name`. */
  name: string;
  label: string;
  sortable: boolean;
  info: FieldInfo;
  /** Whether it names the record, and so links to it. */
  isName: boolean;
}

/** The columns for fields of the object itself; what the user cannot read has none. */
export function columnsOfFields(info: ObjectInfo, names: readonly string[]): TableColumn[] {
  return names.flatMap((name) => {
    const field = info.fields[name];
    return field
      ? [{ name, label: labelOf(field), sortable: true, info: field, isName: isName(info, name) }]
      : [];
  });
}

/** The columns of a list view. A parent's name is shown as the lookup that leads to it. */
export function columnsOfList(info: ObjectInfo, columns: readonly ListColumn[]): TableColumn[] {
  return columns.map(({ fieldApiName, label, sortable }) => {
    const field =
      info.fields[fieldApiName] ?? lookupOf(info, fieldApiName) ?? plainField(fieldApiName, label);
    return { name: fieldApiName, label, sortable, info: field, isName: isName(info, fieldApiName) };
  });
}

/** The qualified names to read so that every column can be shown. */
export function fieldsOfColumns(info: ObjectInfo, columns: readonly TableColumn[]): string[] {
  return columns.flatMap((column) => {
    const own = fieldsToRead(info, [column.info.apiName]);
    return own.length ? own : [`${info.apiName}.${column.name}`];
  });
}

function isName(info: ObjectInfo, name: string): boolean {
  return name === nameFieldOf(info);
}

function nameFieldOf({ nameFields }: ObjectInfo): string | undefined {
  return nameFields.includes('Name') ? 'Name' : nameFields[0];
}

function lookupOf(info: ObjectInfo, path: string): FieldInfo | undefined {
  const [relationship, name, ...deeper] = path.split('.');
  if (name !== 'Name' || deeper.length) return undefined;
  return Object.values(info.fields).find((field) => field.relationshipName === relationship);
}

/** A field of a parent, whose type the object's own description does not tell. */
function plainField(apiName: string, label: string): FieldInfo {
  return {
    apiName,
    label,
    dataType: 'String',
    createable: false,
    updateable: false,
    required: false,
    length: 0,
    scale: 0,
  };
}
