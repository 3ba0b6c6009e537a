interface Numbers {
  CS_Accounts__c: number;
  CS_At_Risk__c: number;
  CS_Overdue_Touches__c: number;
  CS_Overdue_Tasks__c: number;
  CS_Renewals_90d__c: number;
  CS_ARR__c: number;
  CS_Effort__c: number;
}

const NONE: Numbers = {
  CS_Accounts__c: 0,
  CS_At_Risk__c: 0,
  CS_Overdue_Touches__c: 0,
  CS_Overdue_Tasks__c: 0,
  CS_Renewals_90d__c: 0,
  CS_ARR__c: 0,
  CS_Effort__c: 0,
};

/** A workload as GraphQL answers it. */
export function workloadNode(csmId: string | null, name: string, numbers: Partial<Numbers> = {}): object {
  const values = Object.entries({ ...NONE, ...numbers }).map(([field, value]) => [field, { value }]);
  return {
    Id: `a06${csmId}`,
    CS_CSM__c: { value: csmId },
    CS_CSM__r: csmId === null ? null : { Name: { value: name } },
    ...Object.fromEntries(values),
  };
}

/** The newest day as GraphQL answers it; null where nothing was counted yet. */
export function dayOf(day: string | null): object {
  const edges = day === null ? [] : [{ node: { Id: 'a06', CS_As_Of__c: { value: day } } }];
  return { uiapi: { query: { CS_Workload__c: { edges } } } };
}

/** A page of CSMs with the team's averages, as GraphQL answers them. */
export function pageOf(
  nodes: object[],
  team: Record<string, number> = {},
  nextCursor: string | null = null,
  totalCount = nodes.length,
): object {
  const averages = Object.entries(team).map(([day, effort]) => ({
    node: { aggregate: { CS_As_Of__c: { value: day }, CS_Effort__c: { avg: { value: effort } } } },
  }));
  return {
    uiapi: {
      query: {
        CS_Workload__c: {
          edges: nodes.map((node) => ({ node })),
          pageInfo: { hasNextPage: nextCursor !== null, endCursor: nextCursor },
          totalCount,
        },
      },
      aggregate: { CS_Workload__c: { edges: averages } },
    },
  };
}

/** Efforts of CSMs on days, as GraphQL answers them. */
export function trendOf(...points: [csmId: string, day: string, effort: number][]): object {
  const edges = points.map(([csmId, day, effort]) => ({
    node: { CS_CSM__c: { value: csmId }, CS_As_Of__c: { value: day }, CS_Effort__c: { value: effort } },
  }));
  return { uiapi: { query: { CS_Workload__c: { edges } } } };
}
