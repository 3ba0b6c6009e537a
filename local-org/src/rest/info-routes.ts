import { DAILY_API_REQUESTS } from '../http/api-usage.ts';
import type { Route } from './route.ts';

/** What the local org serves below a version, by the names an org uses. */
const RESOURCES = {
  actions: 'actions',
  analytics: 'analytics',
  composite: 'composite',
  connect: 'connect',
  graphql: 'graphql',
  jobs: 'jobs',
  limits: 'limits',
  metadata: 'metadata',
  query: 'query',
  queryAll: 'queryAll',
  sobjects: 'sobjects',
  'ui-api': 'ui-api',
} as const;

/** The resources of a version, and the limits that the local org counts. */
export const infoRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '',
    handle: ({ org, user, basePath }) => ({
      status: 200,
      body: {
        ...Object.fromEntries(Object.entries(RESOURCES).map(([name, path]) => [name, `${basePath}/${path}`])),
        identity: `${org.baseUrl()}/id/${org.id}/${user.userId}`,
      },
    }),
  },
  {
    method: 'GET',
    pattern: 'composite',
    handle: ({ basePath }) => ({
      status: 200,
      body: { tree: `${basePath}/composite/tree`, sobjects: `${basePath}/composite/sobjects` },
    }),
  },
  {
    method: 'GET',
    pattern: 'limits',
    handle: ({ apiCalls }) => ({
      status: 200,
      body: {
        DailyApiRequests: { Max: DAILY_API_REQUESTS, Remaining: Math.max(0, DAILY_API_REQUESTS - apiCalls) },
      },
    }),
  },
];
