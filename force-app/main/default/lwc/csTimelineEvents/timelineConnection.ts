import type { SourcePage } from 'c/csTimelineMerge';
import type { TimelineEvent } from './timelineEvent';

/** A field as GraphQL answers it. */
export interface Value<Type> {
  value: Type | null;
}

/** One page of records as GraphQL answers it. */
export interface Connection<Node> {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** How the records of a source become events. */
export interface Reading<Node> {
  /** Value of the field that the source is ordered by. */
  orderedBy: (node: Node) => string | null;
  /** Where that value sorts. */
  at: (value: string) => string;
  events: (nodes: readonly Node[], hasMore: boolean) => TimelineEvent[];
}

/** Reads one page of a source. */
export function readSourcePage<Node>(
  { edges, pageInfo }: Connection<Node>,
  { orderedBy, at, events }: Reading<Node>,
): SourcePage<TimelineEvent> {
  const nodes = edges.map(({ node }) => node);
  const last = nodes.at(-1);
  const reachedValue = last === undefined ? null : orderedBy(last);
  return {
    entries: events(nodes, pageInfo.hasNextPage),
    hasMore: pageInfo.hasNextPage,
    reachedValue,
    reachedAt: reachedValue === null ? null : at(reachedValue),
    endCursor: pageInfo.endCursor,
  };
}
