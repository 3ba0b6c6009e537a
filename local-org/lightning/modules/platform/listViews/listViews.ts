import { callApi } from 'platform/http';
import type { RecordRepresentation } from 'platform/recordStore';

export interface ListViewSummary {
  apiName: string;
  id: string;
  label: string;
}

export interface ListColumn {
  fieldApiName: string;
  label: string;
  sortable: boolean;
}

/** What UI API's list info says of a list view to this user. */
export interface ListViewInfo {
  label: string;
  displayColumns: ListColumn[];
  filteredByInfo: { label: string }[];
  orderedByInfo: { fieldApiName: string; isAscending: boolean }[];
}

export interface ListPage {
  count: number;
  records: RecordRepresentation[];
  nextPageToken: string | null;
}

export interface ListRequest {
  objectApiName: string;
  listViewApiName: string;
  fields?: readonly string[];
  optionalFields?: readonly string[];
  pageSize?: number;
  pageToken?: string | undefined;
  /** A column's path; `-` before it turns the order round. */
  sortBy?: string | undefined;
}

/** The list views of an object. */
export async function readListViews(objectApiName: string): Promise<ListViewSummary[]> {
  const path = `/ui-api/list-ui/${encodeURIComponent(objectApiName)}`;
  return (await callApi<{ lists: ListViewSummary[] }>('GET', path)).lists;
}

/** A list view's columns, filters and order. */
export function readListInfo(objectApiName: string, listViewApiName: string): Promise<ListViewInfo> {
  return callApi<ListViewInfo>('GET', pathOf('list-info', { objectApiName, listViewApiName }));
}

/** One page of the records that a list view selects. */
export function readListRecords(request: ListRequest): Promise<ListPage> {
  return callApi<ListPage>('GET', pathOf('list-records', request));
}

/** A list view with one page of its records. */
export function readListUi(request: ListRequest): Promise<{ info: ListViewInfo; records: ListPage }> {
  return callApi('GET', pathOf('list-ui', request));
}

function pathOf(resource: string, { objectApiName, listViewApiName, ...page }: ListRequest): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(page)) {
    const text = Array.isArray(value) ? value.join(',') : value;
    if (text !== undefined && text !== null && text !== '') query.set(name, String(text));
  }
  const path = [resource, objectApiName, listViewApiName].map(encodeURIComponent).join('/');
  return `/ui-api/${path}${query.size ? `?${query}` : ''}`;
}
