import { onRecordChange } from 'platform/recordEvents';
import { readListUi, readListViews } from 'platform/listViews';
import { createWireAdapter } from 'platform/wireAdapter';

interface ListUiConfig {
  objectApiName: string | { objectApiName: string };
  /** Without it the object's list views are named. */
  listViewApiName?: string;
  pageSize?: number;
  pageToken?: string;
  sortBy?: string;
}

/** Reads a list view with its records, or which list views there are. Superseded by `lightning/uiListsApi`. */
export const getListUi = createWireAdapter<ListUiConfig, unknown>({
  required: ['objectApiName'],
  load: async ({ objectApiName: object, listViewApiName, ...page }) => {
    const objectApiName = typeof object === 'string' ? object : object.objectApiName;
    if (listViewApiName) return readListUi({ objectApiName, listViewApiName, ...page });
    const lists = await readListViews(objectApiName);
    return { count: lists.length, lists };
  },
  watch: (_, changed) => onRecordChange(changed),
});
