import type { Org } from '../../org.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import type { OrderBy } from '../../soql/ast.ts';
import { badParameter } from '../errors.ts';
import { fieldSelection } from '../records/field-selection.ts';
import { readRecords } from '../records/read-records.ts';
import { listCondition } from './list-condition.ts';
import { listReference } from './list-info.ts';
import type { ListInfo } from './list-info.ts';
import type { ListView } from './list-view.ts';

export interface ListPage {
  pageSize: number;
  /** Where the page starts, as an earlier answer's `nextPageToken` said. */
  offset: number;
  /** A column's path; `-` before it turns the order round. */
  sortBy?: string;
  fields: readonly string[];
  optionalFields: readonly string[];
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_list_record_collection.htm */
export function listRecords(
  org: Org,
  user: UserContext,
  object: ObjectDef,
  view: ListView,
  info: ListInfo,
  page: ListPage,
): object {
  const { pageSize, offset, sortBy, fields, optionalFields } = page;
  const columns = info.displayColumns.map(({ fieldApiName }) => `${object.name}.${fieldApiName}`);
  const paths = fieldSelection(org, user, object, {
    fields,
    optionalFields: [...columns, ...optionalFields],
  });
  const where = listCondition(org.schema, user, view);
  // One more than the page holds tells whether another page follows.
  const rows = readRecords(org, user, object, [['Id'], [object.nameField], ...paths], {
    ...(where ? { where } : {}),
    orderBy: orderOf(object, info, sortBy),
    limit: pageSize + 1,
    offset,
  });
  const records = rows.slice(0, pageSize);
  return {
    count: records.length,
    currentPageToken: String(offset),
    fields: columns,
    listInfoETag: info.eTag,
    listReference: listReference(view),
    nextPageToken: rows.length > pageSize ? String(offset + pageSize) : null,
    optionalFields,
    pageSize,
    previousPageToken: offset > 0 ? String(Math.max(0, offset - pageSize)) : null,
    records,
    sortBy: sortBy ?? null,
  };
}

function orderOf(object: ObjectDef, info: ListInfo, sortBy: string | undefined): OrderBy[] {
  const byId: OrderBy = { by: { kind: 'field', path: ['Id'] }, direction: 'ASC' };
  if (sortBy === undefined) {
    return [{ by: { kind: 'field', path: [object.nameField] }, direction: 'ASC' }, byId];
  }
  const name = sortBy.replace(/^-/, '');
  const sortable = info.displayColumns
    .filter((column) => column.sortable)
    .map((column) => column.fieldApiName);
  if (!sortable.includes(name)) {
    throw badParameter('sortBy', `expected one of the sortable columns ${sortable.join(', ')}, not ${name}`);
  }
  const direction = sortBy.startsWith('-') ? 'DESC' : 'ASC';
  return [{ by: { kind: 'field', path: name.split('.') }, direction }, byId];
}
