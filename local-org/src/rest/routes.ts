import { collectionRoutes } from './composite/collection-routes.ts';
import { compositeRoutes } from './composite/composite-routes.ts';
import { queryRoutes } from './composite/query-route.ts';
import { treeRoutes } from './composite/tree-routes.ts';
import { describeRoutes } from './describe/describe-routes.ts';
import { infoRoutes } from './info-routes.ts';
import { changeRoutes } from './records/change-routes.ts';
import { recordRoutes } from './records/record-routes.ts';
import type { Route } from './route.ts';

/** Named paths stand before patterns that would take them for an Id. */
const single: readonly Route[] = [...describeRoutes, ...changeRoutes, ...recordRoutes];

/** Every resource of the REST family below `/services/data/vXX.0`. */
export const REST_ROUTES: readonly Route[] = [
  ...infoRoutes,
  ...single,
  ...collectionRoutes,
  ...treeRoutes,
  ...compositeRoutes([...single, ...collectionRoutes, ...treeRoutes, ...queryRoutes]),
];
