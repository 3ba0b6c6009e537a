import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

interface Value<Type> {
  value: Type | null;
}

interface AccountNode {
  Id: string;
  Name: Value<string>;
  CS_Tier__c: Value<string>;
  CS_Risk_Band__c: Value<string>;
  CS_ARR__c: Value<number>;
  CS_Touch_Due__c: Value<string>;
  CS_Renewal_Date__c: Value<string>;
}

/** A page of accounts, and what all that match come to. */
export const ACCOUNTS: GraphQlDocument = gql`
  query workloadAccounts($where: Account_Filter, $orderBy: Account_OrderBy, $first: Int, $after: String) {
    uiapi {
      query {
        Account(where: $where, orderBy: $orderBy, first: $first, after: $after) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Tier__c {
                value
              }
              CS_Risk_Band__c {
                value
              }
              CS_ARR__c {
                value
              }
              CS_Touch_Due__c {
                value
              }
              CS_Renewal_Date__c {
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
        Account(where: $where, first: 1) {
          edges {
            node {
              aggregate {
                CS_ARR__c {
                  sum {
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

/** The answer to `ACCOUNTS`. */
export interface AccountsData {
  uiapi: {
    query: {
      Account: {
        edges: { node: AccountNode }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
        totalCount: number;
      };
    };
    aggregate: {
      Account: { edges: { node: { aggregate: { CS_ARR__c: { sum: Value<number> | null } } } }[] };
    };
  };
}

/** An account behind a number. */
export interface AccountRow {
  id: string;
  name: string;
  tier: string;
  riskBand: string | null;
  arr: number | null;
  touchDue: string | null;
  renewalDate: string | null;
}

/** One page of accounts, with the count and revenue of all pages. */
export interface AccountsPage {
  rows: AccountRow[];
  nextCursor: string | null;
  total: number;
  totalArr: number;
}

/** Reads one page. */
export function readPage(data: AccountsData): AccountsPage {
  const { edges, pageInfo, totalCount } = data.uiapi.query.Account;
  return {
    rows: edges.map(({ node }) => ({
      id: node.Id,
      name: node.Name.value ?? '',
      tier: node.CS_Tier__c.value ?? '',
      riskBand: node.CS_Risk_Band__c.value,
      arr: node.CS_ARR__c.value,
      touchDue: node.CS_Touch_Due__c.value,
      renewalDate: node.CS_Renewal_Date__c.value,
    })),
    nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
    totalArr: data.uiapi.aggregate.Account.edges[0]?.node.aggregate.CS_ARR__c.sum?.value ?? 0,
  };
}
