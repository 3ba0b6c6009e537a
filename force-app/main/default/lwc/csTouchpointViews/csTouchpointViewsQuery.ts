import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

interface Counted {
  edges: { node: { aggregate: { Id: { count: { value: number | null } } } } }[];
}

/** The answer to `TOUCHPOINT_COUNTS`: one entry a view. */
export interface TouchpointCountsData {
  uiapi: { aggregate: Record<string, Counted> };
}

/** How many accounts each view holds, in one request. */
export const TOUCHPOINT_COUNTS: GraphQlDocument = gql`
  query touchpointCounts(
    $all: Account_Filter
    $overdue: Account_Filter
    $week: Account_Filter
    $month: Account_Filter
    $unplanned: Account_Filter
  ) {
    uiapi {
      aggregate {
        all: Account(where: $all) {
          edges {
            node {
              aggregate {
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
        overdue: Account(where: $overdue) {
          edges {
            node {
              aggregate {
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
        week: Account(where: $week) {
          edges {
            node {
              aggregate {
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
        month: Account(where: $month) {
          edges {
            node {
              aggregate {
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
        unplanned: Account(where: $unplanned) {
          edges {
            node {
              aggregate {
                Id {
                  count {
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

/** The number of accounts by the name of the view. */
export function readCounts(data: TouchpointCountsData): Record<string, number> {
  return Object.fromEntries(
    Object.entries(data.uiapi.aggregate).map(([view, { edges }]) => [
      view,
      edges[0]?.node.aggregate.Id.count.value ?? 0,
    ]),
  );
}
