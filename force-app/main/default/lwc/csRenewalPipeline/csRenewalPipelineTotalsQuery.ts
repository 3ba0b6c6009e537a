import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** Accounts of one risk band that renew on one day, or in one of the stretches that are not shown by day. */
export interface RenewalGroup {
  part: 'overdue' | 'upcoming' | 'later' | 'unscheduled';
  /** `YYYY-MM-DD`; null but for the upcoming ones. */
  day: string | null;
  /** Null for accounts without a score. */
  band: string | null;
  accounts: number;
  arr: number;
}

interface GroupNode {
  aggregate: {
    CS_Renewal_Date__c?: { value: string | null };
    CS_Risk_Band__c: { value: string | null };
    CS_ARR__c: { sum: { value: number | null } | null };
    Id: { count: { value: number | null } };
  };
}

/** The answer to `RENEWAL_TOTALS`. */
export interface RenewalTotalsData {
  uiapi: { aggregate: Record<RenewalGroup['part'], { edges: { node: GroupNode }[] }> };
}

const PARTS: readonly RenewalGroup['part'][] = ['overdue', 'upcoming', 'later', 'unscheduled'];

/**
 * ARR and number of all renewals, by band and where they are near by day: whatever period is looked at, its totals
 * are sums of these, so that no two of them can disagree.
 */
export const RENEWAL_TOTALS: GraphQlDocument = gql`
  query renewalTotals(
    $overdue: Account_Filter
    $upcoming: Account_Filter
    $later: Account_Filter
    $unscheduled: Account_Filter
  ) {
    uiapi {
      aggregate {
        overdue: Account(where: $overdue, groupBy: { CS_Risk_Band__c: { group: true } }, first: 2000) {
          edges {
            node {
              aggregate {
                CS_Risk_Band__c {
                  value
                }
                CS_ARR__c {
                  sum {
                    value
                  }
                }
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
        upcoming: Account(
          where: $upcoming
          groupBy: { CS_Renewal_Date__c: { group: true }, CS_Risk_Band__c: { group: true } }
          first: 2000
        ) {
          edges {
            node {
              aggregate {
                CS_Renewal_Date__c {
                  value
                }
                CS_Risk_Band__c {
                  value
                }
                CS_ARR__c {
                  sum {
                    value
                  }
                }
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
        later: Account(where: $later, groupBy: { CS_Risk_Band__c: { group: true } }, first: 2000) {
          edges {
            node {
              aggregate {
                CS_Risk_Band__c {
                  value
                }
                CS_ARR__c {
                  sum {
                    value
                  }
                }
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
        unscheduled: Account(
          where: $unscheduled
          groupBy: { CS_Risk_Band__c: { group: true } }
          first: 2000
        ) {
          edges {
            node {
              aggregate {
                CS_Risk_Band__c {
                  value
                }
                CS_ARR__c {
                  sum {
                    value
                  }
                }
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

/** Reads the groups of all parts. */
export function readGroups(data: RenewalTotalsData): RenewalGroup[] {
  return PARTS.flatMap((part) =>
    data.uiapi.aggregate[part].edges.map(({ node: { aggregate } }) => ({
      part,
      day: aggregate.CS_Renewal_Date__c?.value ?? null,
      band: aggregate.CS_Risk_Band__c.value,
      accounts: aggregate.Id.count.value ?? 0,
      arr: aggregate.CS_ARR__c.sum?.value ?? 0,
    })),
  );
}
