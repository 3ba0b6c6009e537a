import type { HealthScore } from 'c/csAccountStory';

/** A score as the story of an account has it. */
export function scoreOf(
  day: string,
  score: number,
  source: HealthScore['source'] = 'Calculated',
  more: Partial<HealthScore> = {},
): HealthScore {
  return { id: `${day} ${source}`, day, score, source, comment: '', by: '', ...more };
}

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
    LastModifiedBy: { Name: { value: 'Dana Reyes' } },
  };
}

/** One page of records as GraphQL answers it; `endCursor` where there are more. */
export function pageOf(nodes: object[], endCursor: string | null = null, totalCount = nodes.length): object {
  return {
    edges: nodes.map((node) => ({ node })),
    pageInfo: { hasNextPage: endCursor !== null, endCursor },
    totalCount,
  };
}

/** A story as GraphQL answers it: these scores, and nothing else but what is given. */
export function storyData(scores: object, more: Record<string, object> = {}): object {
  const none = pageOf([]);
  return {
    uiapi: {
      query: {
        scores,
        answers: none,
        changes: none,
        runs: none,
        steps: none,
        playbooks: none,
        ...more,
      },
    },
  };
}
