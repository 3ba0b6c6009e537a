import { alertRoutes } from './alert-routes.ts';
import { accountRoutes } from './account-routes.ts';
import { doctorRoutes } from './doctor-routes.ts';
import { executiveRoutes } from './executive-routes.ts';
import { feedRoutes } from './feed-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { portfolioRoutes } from './portfolio-routes.ts';
import type { Route } from './route.ts';
import { usageRoutes } from './usage-routes.ts';

/** Every path under /v1, in the order of the document. */
export const V1_ROUTES: readonly Route[] = [
  ...accountRoutes,
  ...usageRoutes,
  ...alertRoutes,
  ...executiveRoutes,
  ...feedRoutes,
  ...portfolioRoutes,
  ...jobRoutes,
  ...doctorRoutes,
];
