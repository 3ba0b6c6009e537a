import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** An account as the console shows it; days as `YYYY-MM-DD`, null where the org holds nothing. */
export interface TouchRow {
  id: string;
  name: string;
  due: string | null;
  next: string | null;
  last: string | null;
  /** Its own cadence, else that of its tier where an admin tuned it. */
  cadenceDays: number | null;
  tier: string | null;
  riskBand: string | null;
  riskScore: number | null;
  health: number | null;
  arr: number | null;
  /** Name of the CSM, which without one is the account's owner. */
  csm: string;
}

/** One page of accounts. */
export interface TouchPage {
  rows: TouchRow[];
  /** Where the next page starts; null on the last. */
  nextCursor: string | null;
  /** Accounts that match, those on other pages included. */
  total: number;
}

interface Value<Type> {
  value: Type | null;
}

interface AccountNode {
  Id: string;
  Name: Value<string>;
  CS_Touch_Due__c: Value<string>;
  CS_Next_Scheduled__c: Value<string>;
  CS_Last_Touchpoint__c: Value<string>;
  CS_Cadence_Days__c: Value<number>;
  CS_Tier_Cadence__c?: Value<number>;
  CS_Tier__c: Value<string>;
  CS_Risk_Band__c: Value<string>;
  CS_Risk_Score__c: Value<number>;
  CS_Health__c: Value<number>;
  CS_ARR__c: Value<number>;
  CS_Manager__r: { Name: Value<string> } | null;
  Owner: { Name: Value<string> } | null;
}

/** The answer to `TOUCHPOINT_ACCOUNTS`. */
export interface TouchpointAccountsData {
  uiapi: {
    query: {
      Account: {
        edges: { node: AccountNode }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
        totalCount: number;
      };
    };
  };
}

/** A page of accounts; the cursor of the page before is `$after`. */
export const TOUCHPOINT_ACCOUNTS: GraphQlDocument = gql`
  query touchpointAccounts($where: Account_Filter, $orderBy: Account_OrderBy, $first: Int, $after: String) {
    uiapi {
      query {
        Account(where: $where, orderBy: $orderBy, first: $first, after: $after) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Touch_Due__c {
                value
              }
              CS_Next_Scheduled__c {
                value
              }
              CS_Last_Touchpoint__c {
                value
              }
              CS_Cadence_Days__c {
                value
              }
              CS_Tier_Cadence__c @optional {
                value
              }
              CS_Tier__c {
                value
              }
              CS_Risk_Band__c {
                value
              }
              CS_Risk_Score__c {
                value
              }
              CS_Health__c {
                value
              }
              CS_ARR__c {
                value
              }
              CS_Manager__r {
                Name {
                  value
                }
              }
              Owner {
                Name {
                  value
                }
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
    }
  }
`;

/** Reads one page. */
export function readPage(data: TouchpointAccountsData): TouchPage {
  const { edges, pageInfo, totalCount } = data.uiapi.query.Account;
  return {
    rows: edges.map(({ node }) => readRow(node)),
    nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
  };
}

function readRow(node: AccountNode): TouchRow {
  return {
    id: node.Id,
    name: node.Name.value ?? '',
    due: node.CS_Touch_Due__c.value,
    next: node.CS_Next_Scheduled__c.value,
    last: node.CS_Last_Touchpoint__c.value,
    cadenceDays: node.CS_Cadence_Days__c.value ?? node.CS_Tier_Cadence__c?.value ?? null,
    tier: node.CS_Tier__c.value,
    riskBand: node.CS_Risk_Band__c.value,
    riskScore: node.CS_Risk_Score__c.value,
    health: node.CS_Health__c.value,
    arr: node.CS_ARR__c.value,
    csm: (node.CS_Manager__r ?? node.Owner)?.Name.value ?? '',
  };
}
