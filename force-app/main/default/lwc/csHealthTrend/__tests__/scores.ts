/** A score as GraphQL answers it. */
export function scoreNode(
  id: string,
  day: string,
  score: number,
  source = 'Calculated',
  comment = '',
): object {
  return {
    Id: id,
    CS_Score__c: { value: score },
    CS_Scored_On__c: { value: day },
    CS_Source__c: { value: source },
    CS_Comment__c: { value: comment },
  };
}

/** One page of scores as GraphQL answers it; `nextCursor` where there are more. */
export function pageOf(nodes: object[], nextCursor: string | null = null, totalCount = nodes.length): object {
  return {
    uiapi: {
      query: {
        CS_Health_Score__c: {
          edges: nodes.map((node) => ({ node })),
          pageInfo: { hasNextPage: nextCursor !== null, endCursor: nextCursor },
          totalCount,
        },
      },
    },
  };
}
