import type { z } from 'zod';
import type { AlertQueryStore } from '../../usecases/alert-ports.ts';
import type { FamilyStore } from '../../usecases/family-ports.ts';
import type { Clock, OrgIdentity, SyncStore } from '../../usecases/ports.ts';
import type {
  AccountQueryStore,
  ApiKeyStore,
  ApiScope,
  FeedStore,
  ScoreHistoryStore,
} from '../../usecases/query-ports.ts';
import type { CheckUpNotes } from '../../usecases/doctor/check-up.ts';
import type { ExecutiveBooks } from '../../usecases/executive-books.ts';
import type { RecentBooks } from '../../usecases/recent-books.ts';
import type { SnapshotStore } from '../../usecases/record-snapshots.ts';
import type { UsageIntakeStore } from '../../usecases/usage-ports.ts';

/** What the routes under /v1 ask. */
export interface V1Deps {
  org: OrgIdentity;
  store: AccountQueryStore &
    AlertQueryStore &
    ApiKeyStore &
    FeedStore &
    Pick<FamilyStore, 'findFamilyScoreOn'> &
    ScoreHistoryStore &
    Pick<SyncStore, 'loadAccounts'>;
  /** Takes usage in. */
  usage: UsageIntakeStore & SnapshotStore;
  clock: Clock;
  /** The accounts that somebody looks after, read from the org not long ago. */
  recentBooks(): Promise<RecentBooks>;
  /** The customers of a day, with what its totals count. */
  executiveBooks: ExecutiveBooks;
  /** Examines all that the companion needs. */
  checkUp: Pick<CheckUpNotes, 'now'>;
}

/** One path of the API: the router serves it, and the OpenAPI document describes it, from the same words. */
export interface Route {
  /** GET unless told. */
  method?: 'GET' | 'POST';
  /** Under /v1, with parameters in braces. */
  path: string;
  scope: ApiScope;
  tag: string;
  summary: string;
  description: string;
  params: z.ZodObject;
  query: z.ZodObject;
  /** The headers that it reads, by their names in small letters. */
  headers?: z.ZodObject;
  /** The body of a POST, JSON in UTF-8, of at most `maxBodyBytes`. */
  body?: z.ZodObject;
  maxBodyBytes?: number;
  /** The name of the answer's shape, and the shape. */
  answer: { id: string; schema: z.ZodType };
  /** The status of an answer; 200 unless told. */
  statusOf?(answer: unknown): number;
  handle(input: RouteInput<unknown, unknown, unknown, unknown>, deps: V1Deps): Promise<unknown>;
}

/** A request, parsed by the shapes of its route. */
export interface RouteInput<P, Q, H, B> {
  params: P;
  query: Q;
  headers: H;
  body: B;
  /** Id of the key that was shown. */
  caller: string;
}

/** A route whose handler is checked against its own shapes. */
export function defineRoute<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  A extends z.ZodType,
  H extends z.ZodObject = z.ZodObject<Record<never, never>>,
  B extends z.ZodObject = z.ZodObject<Record<never, never>>,
>(
  route: Omit<Route, 'params' | 'query' | 'headers' | 'body' | 'answer' | 'statusOf' | 'handle'> & {
    params: P;
    query: Q;
    headers?: H;
    body?: B;
    answer: { id: string; schema: A };
    statusOf?(answer: z.output<A>): number;
    handle(
      input: RouteInput<z.output<P>, z.output<Q>, z.output<H>, z.output<B>>,
      deps: V1Deps,
    ): Promise<z.input<A>>;
  },
): Route {
  // The router parses all of it by these shapes before it calls, so what arrives is what the handler is written for.
  return route as unknown as Route;
}
