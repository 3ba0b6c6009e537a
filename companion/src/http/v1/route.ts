import type { z } from 'zod';
import type { AlertQueryStore } from '../../usecases/alert-ports.ts';
import type { Clock, OrgIdentity, SyncStore } from '../../usecases/ports.ts';
import type {
  AccountQueryStore,
  ApiKeyStore,
  ApiScope,
  ScoreHistoryStore,
} from '../../usecases/query-ports.ts';
import type { RecentBooks } from '../../usecases/recent-books.ts';

/** What the routes under /v1 ask. */
export interface V1Deps {
  org: OrgIdentity;
  store: AccountQueryStore &
    AlertQueryStore &
    ApiKeyStore &
    ScoreHistoryStore &
    Pick<SyncStore, 'loadAccounts'>;
  clock: Clock;
  /** The accounts that somebody looks after, read from the org not long ago. */
  recentBooks(): Promise<RecentBooks>;
}

/** One path of the API: the router serves it, and the OpenAPI document describes it, from the same words. */
export interface Route {
  /** Under /v1, with parameters in braces. */
  path: string;
  scope: ApiScope;
  tag: string;
  summary: string;
  description: string;
  params: z.ZodObject;
  query: z.ZodObject;
  /** The name of the answer's shape, and the shape. */
  answer: { id: string; schema: z.ZodType };
  handle(input: { params: unknown; query: unknown }, deps: V1Deps): Promise<unknown>;
}

/** A route whose handler is checked against its own shapes. */
export function defineRoute<P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>(
  route: Omit<Route, 'params' | 'query' | 'answer' | 'handle'> & {
    params: P;
    query: Q;
    answer: { id: string; schema: A };
    handle(input: { params: z.output<P>; query: z.output<Q> }, deps: V1Deps): Promise<z.input<A>>;
  },
): Route {
  // The router parses both by these shapes before it calls, so what arrives is what the handler is written for.
  return route as unknown as Route;
}
