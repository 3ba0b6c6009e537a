import { createHash } from 'node:crypto';
import { makeId } from '../../ids.ts';
import type { ObjectDef } from '../../schema/types.ts';

/** Columns of a list without metadata: the name, then the first fields a person knows a record by. */
const DEFAULT_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'Type', 'Phone', 'Owner.Name'],
  Contact: ['Name', 'Account.Name', 'Email', 'Phone', 'Owner.Name'],
  Case: ['CaseNumber', 'Subject', 'Status', 'Priority', 'Owner.Name'],
  Opportunity: ['Name', 'Account.Name', 'StageName', 'CloseDate', 'Amount', 'Owner.Name'],
  Task: ['Subject', 'ActivityDate', 'Status', 'Priority'],
};
const LIST_VIEW_PREFIX = '00B';

/** One filter of a list view, as its metadata says it. */
export interface ListFilter {
  field: string;
  operation: string;
  value: string;
}

/** A list view, built in or deployed. */
export interface ListView {
  object: string;
  apiName: string;
  label: string;
  /** Paths from the record. */
  columns: readonly string[];
  /** `Everything` and `Mine` are modelled; a deployed view may name another, which is refused when it is opened. */
  scope: string;
  filters: readonly ListFilter[];
  /** `1 AND (2 OR 3)`; without it the filters are joined by AND. */
  filterLogic?: string;
}

/** The views that every object has: all records, and, where records have owners, one's own. */
export function builtInViews(object: ObjectDef): ListView[] {
  const plural = object.labelPlural;
  const suffix = object.custom ? '' : plural.replace(/\W/g, '');
  const columns = (DEFAULT_COLUMNS[object.name] ?? [object.nameField]).filter((path) => {
    return path.includes('.') || object.fields.has(path);
  });
  const view = (prefix: 'All' | 'My', scope: ListView['scope']): ListView => ({
    object: object.name,
    apiName: `${prefix}${suffix}`,
    label: `${prefix} ${plural}`,
    columns,
    scope,
    filters: [],
  });
  return object.fields.has('OwnerId')
    ? [view('All', 'Everything'), view('My', 'Mine')]
    : [view('All', 'Everything')];
}

/** An Id that stays the same for as long as a view keeps its name. */
export function listViewId({ object, apiName }: ListView): string {
  const hash = createHash('sha256').update(`${object}.${apiName}`).digest();
  return makeId(LIST_VIEW_PREFIX, hash.readUInt32BE(0));
}
