import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

interface Value<Type> {
  value: Type | null;
}

interface WorkloadNode {
  Id: string;
  CS_CSM__c: Value<string>;
  CS_CSM__r: { Name: Value<string> } | null;
  CS_Accounts__c: Value<number>;
  CS_At_Risk__c: Value<number>;
  CS_Overdue_Touches__c: Value<number>;
  CS_Overdue_Tasks__c: Value<number>;
  CS_Renewals_90d__c: Value<number>;
  CS_ARR__c: Value<number>;
  CS_Effort__c: Value<number>;
}

/** The newest day that the companion counted. */
export const LATEST_DAY: GraphQlDocument = gql`
  query latestWorkloadDay {
    uiapi {
      query {
        CS_Workload__c(orderBy: { CS_As_Of__c: { order: DESC, nulls: LAST } }, first: 1) {
          edges {
            node {
              Id
              CS_As_Of__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The answer to `LATEST_DAY`. */
export interface LatestDayData {
  uiapi: { query: { CS_Workload__c: { edges: { node: { CS_As_Of__c: Value<string> } }[] } } };
}

/** A page of CSMs on one day, and the whole team on the days of the trend. */
export const WORKLOAD: GraphQlDocument = gql`
  query workload(
    $asOf: Date
    $days: [DateInput]
    $orderBy: CS_Workload__c_OrderBy
    $first: Int
    $after: String
  ) {
    uiapi {
      query {
        CS_Workload__c(
          where: { CS_As_Of__c: { eq: { value: $asOf } } }
          orderBy: $orderBy
          first: $first
          after: $after
        ) {
          edges {
            node {
              Id
              CS_CSM__c {
                value
              }
              CS_CSM__r {
                Name {
                  value
                }
              }
              CS_Accounts__c {
                value
              }
              CS_At_Risk__c {
                value
              }
              CS_Overdue_Touches__c {
                value
              }
              CS_Overdue_Tasks__c {
                value
              }
              CS_Renewals_90d__c {
                value
              }
              CS_ARR__c {
                value
              }
              CS_Effort__c {
                value
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
      aggregate {
        CS_Workload__c(
          where: { CS_As_Of__c: { in: $days }, CS_Accounts__c: { gt: 0 } }
          groupBy: { CS_As_Of__c: { group: true } }
          first: 50
        ) {
          edges {
            node {
              aggregate {
                CS_As_Of__c {
                  value
                }
                CS_Effort__c {
                  avg {
                    value
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;

/** The answer to `WORKLOAD`. */
export interface WorkloadData {
  uiapi: {
    query: {
      CS_Workload__c: {
        edges: { node: WorkloadNode }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
        totalCount: number;
      };
    };
    aggregate: {
      CS_Workload__c: {
        edges: {
          node: { aggregate: { CS_As_Of__c: Value<string>; CS_Effort__c: { avg: Value<number> } } };
        }[];
      };
    };
  };
}

/** The effort of some CSMs on some days. */
export const TREND: GraphQlDocument = gql`
  query workloadTrend($days: [DateInput], $csmIds: [ID], $first: Int) {
    uiapi {
      query {
        CS_Workload__c(
          where: { CS_As_Of__c: { in: $days }, CS_CSM__c: { in: $csmIds } }
          orderBy: { CS_As_Of__c: { order: ASC } }
          first: $first
        ) {
          edges {
            node {
              Id
              CS_CSM__c {
                value
              }
              CS_As_Of__c {
                value
              }
              CS_Effort__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The answer to `TREND`. */
export interface TrendData {
  uiapi: {
    query: {
      CS_Workload__c: {
        edges: {
          node: { CS_CSM__c: Value<string>; CS_As_Of__c: Value<string>; CS_Effort__c: Value<number> };
        }[];
      };
    };
  };
}

/** The workload of one CSM. `effort` in hours a month. */
export interface CsmWorkload {
  csmId: string;
  name: string;
  accounts: number;
  atRisk: number;
  overdueTouches: number;
  overdueTasks: number;
  renewals: number;
  arr: number;
  effort: number;
}

/** An effort on a day; for one CSM or, as an average, for the team. */
export interface EffortPoint {
  day: string;
  effort: number;
}

/** One page of CSMs, with the team beside them. */
export interface WorkloadPage {
  csms: CsmWorkload[];
  nextCursor: string | null;
  total: number;
  /** The average of those who look after an account, in the order of days. */
  team: EffortPoint[];
}

/** The newest day counted; null before the first. */
export function readLatestDay(data: LatestDayData): string | null {
  return data.uiapi.query.CS_Workload__c.edges[0]?.node.CS_As_Of__c.value ?? null;
}

/** Reads one page. A workload whose CSM is no more is nobody's and left out. */
export function readWorkload(data: WorkloadData): WorkloadPage {
  const { edges, pageInfo, totalCount } = data.uiapi.query.CS_Workload__c;
  const team = data.uiapi.aggregate.CS_Workload__c.edges.flatMap(({ node: { aggregate } }) => {
    const day = aggregate.CS_As_Of__c.value;
    const effort = aggregate.CS_Effort__c.avg.value;
    return day === null || effort === null ? [] : [{ day, effort }];
  });
  return {
    csms: edges.flatMap(({ node }) => readCsm(node)),
    nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
    team: team.sort((a, b) => a.day.localeCompare(b.day)),
  };
}

function readCsm(node: WorkloadNode): CsmWorkload[] {
  const csmId = node.CS_CSM__c.value;
  if (csmId === null) return [];
  return [
    {
      csmId,
      name: node.CS_CSM__r?.Name.value ?? 'A user you cannot see',
      accounts: node.CS_Accounts__c.value ?? 0,
      atRisk: node.CS_At_Risk__c.value ?? 0,
      overdueTouches: node.CS_Overdue_Touches__c.value ?? 0,
      overdueTasks: node.CS_Overdue_Tasks__c.value ?? 0,
      renewals: node.CS_Renewals_90d__c.value ?? 0,
      arr: node.CS_ARR__c.value ?? 0,
      effort: node.CS_Effort__c.value ?? 0,
    },
  ];
}

/** The efforts of each CSM, in the order of days. */
export function readTrend(data: TrendData): Map<string, EffortPoint[]> {
  const points = new Map<string, EffortPoint[]>();
  for (const { node } of data.uiapi.query.CS_Workload__c.edges) {
    const [csmId, day] = [node.CS_CSM__c.value, node.CS_As_Of__c.value];
    const effort = node.CS_Effort__c.value;
    if (csmId === null || day === null || effort === null) continue;
    points.set(csmId, [...(points.get(csmId) ?? []), { day, effort }]);
  }
  return points;
}
