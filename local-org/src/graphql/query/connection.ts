import { GraphQLError } from 'graphql';
import { encodeCursor } from './cursor.ts';

/** What a page of a connection answers, in the shape of the schema's connection types. */
export interface Connection<Node> {
  edges: { node: Node; cursor: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  /** Counted only when it is asked for. */
  totalCount: () => number;
  pageResultCount: number;
}

export interface PageArgs {
  first?: number | null;
  after?: string | null;
  upperBound?: number | null;
}

const DEFAULT_PAGE_SIZE = 10;
/** Records that one query hands out, over all its pages, unless an upper bound is given. */
export const MAX_RECORDS = 2000;
const MIN_BOUNDED_PAGE_SIZE = 200;

/**
 * Page size and the greatest number of records over all pages.
 * https://developer.salesforce.com/docs/platform/graphql/guide/paginate-use-upperbound.html
 */
export function pageLimits({ first, upperBound }: PageArgs): { size: number; cap: number } {
  const size = first ?? DEFAULT_PAGE_SIZE;
  const least = upperBound == null ? 1 : MIN_BOUNDED_PAGE_SIZE;
  if (size < least || size > MAX_RECORDS) {
    const when = upperBound == null ? '' : ' when upperBound is given';
    throw new GraphQLError(`first must be between ${least} and ${MAX_RECORDS}${when}, not ${size}`);
  }
  if (upperBound != null && upperBound < MIN_BOUNDED_PAGE_SIZE) {
    throw new GraphQLError(`upperBound must be at least ${MIN_BOUNDED_PAGE_SIZE}, not ${upperBound}`);
  }
  return { size, cap: upperBound ?? MAX_RECORDS };
}

/** Puts a page's nodes, which start at `start` in the whole list, into the shape of a connection. */
export function toConnection<Node>(
  nodes: readonly { id: string; node: Node }[],
  start: number,
  hasNextPage: boolean,
  totalCount: () => number,
): Connection<Node> {
  const edges = nodes.map(({ id, node }, offset) => ({
    node,
    cursor: encodeCursor({ id, index: start + offset + 1 }),
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
    pageResultCount: edges.length,
  };
}
