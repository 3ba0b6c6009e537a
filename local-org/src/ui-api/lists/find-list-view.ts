import { notImplemented } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import { visibleObjects } from '../../ui-model/ui-objects.ts';
import { notFound } from '../errors.ts';
import { deployedViews } from './deployed-views.ts';
import { builtInViews, listViewId } from './list-view.ts';
import type { ListView } from './list-view.ts';

/** Every list view of an object, built in ones first. */
export function listViews(org: Org, object: ObjectDef): ListView[] {
  return [...builtInViews(object), ...deployedViews(org, object.name)];
}

/** The list view of that API name. */
export function findListView(org: Org, object: ObjectDef, apiName: string): ListView {
  const found = listViews(org, object).find((view) => view.apiName === apiName);
  if (found) return found;
  if (/^(RecentlyViewed|__Recent)/.test(apiName)) {
    throw notImplemented('recently viewed records: which records a user opened is not recorded');
  }
  throw notFound();
}

/** The list view of that Id, among the objects that the user sees. */
export function findListViewById(
  org: Org,
  user: UserContext,
  id: string,
): { object: ObjectDef; view: ListView } {
  for (const object of visibleObjects(org.schema, user)) {
    const view = listViews(org, object).find((one) => listViewId(one).startsWith(id));
    if (view) return { object, view };
  }
  throw notFound();
}
