import { onRecordChange } from 'platform/recordEvents';
import { readListInfo, readListRecords, type ListPage, type ListViewInfo } from 'platform/listViews';
import { createWireAdapter } from 'platform/wireAdapter';

type ObjectReference = string | { objectApiName: string };
type FieldReference = string | { objectApiName: string; fieldApiName: string };

interface ListConfig {
  objectApiName: ObjectReference;
  listViewApiName: string;
}

interface ListRecordsConfig extends ListConfig {
  fields?: FieldReference[];
  optionalFields?: FieldReference[];
  pageSize?: number;
  pageToken?: string;
  sortBy?: FieldReference[];
  searchTerm?: string;
  where?: string;
}

const nameOf = (object: ObjectReference) => (typeof object === 'string' ? object : object.objectApiName);
const pathOf = (field: FieldReference) =>
  typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;

/** Describes a list view. https://developer.salesforce.com/docs/platform/lwc/guide/reference-wire-adapters-lists-get-list-info-by-name.html */
export const getListInfoByName = createWireAdapter<ListConfig, ListViewInfo>({
  required: ['objectApiName', 'listViewApiName'],
  load: ({ objectApiName, listViewApiName }) => readListInfo(nameOf(objectApiName), listViewApiName),
});

/** Reads a page of a list view's records; any change through the page may move records in or out of it. */
export const getListRecordsByName = createWireAdapter<ListRecordsConfig, ListPage>({
  required: ['objectApiName', 'listViewApiName'],
  load: async (config) => {
    const { listViewApiName, pageSize, pageToken, searchTerm, where } = config;
    if (searchTerm || where) throw new TypeError('searchTerm and where are not modelled by the local org.');
    const objectApiName = nameOf(config.objectApiName);
    const [sortBy, ...others] = (config.sortBy ?? []).map((field) =>
      withoutObject(pathOf(field), objectApiName),
    );
    if (others.length) throw new TypeError('sortBy: the local org sorts a list by one column only.');
    return readListRecords({
      objectApiName,
      listViewApiName,
      fields: (config.fields ?? []).map(pathOf),
      optionalFields: (config.optionalFields ?? []).map(pathOf),
      sortBy,
      pageToken,
      ...(pageSize === undefined ? {} : { pageSize }),
    });
  },
  watch: (_, changed) => onRecordChange(changed),
});

/** `-Account.Name` as the list's own column: `-Name`. */
function withoutObject(path: string, objectApiName: string): string {
  return path.replace(new RegExp(`^(-?)${objectApiName}\\.`), '$1');
}
