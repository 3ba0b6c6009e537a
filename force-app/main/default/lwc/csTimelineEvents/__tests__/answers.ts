/** One page of records as GraphQL answers it, with a cursor where more follow. */
export function connection(nodes: object[] = [], nextCursor: string | null = null): object {
  return {
    edges: nodes.map((node) => ({ node })),
    pageInfo: { hasNextPage: nextCursor !== null, endCursor: nextCursor },
    totalCount: nodes.length,
  };
}

/** Fields as GraphQL answers them. */
export function values(fields: Record<string, unknown>): Record<string, { value: unknown }> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
}
