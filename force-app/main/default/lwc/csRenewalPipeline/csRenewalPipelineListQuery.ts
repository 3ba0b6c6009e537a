import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** An account that renews; days as `YYYY-MM-DD`, null where the org holds nothing. */
export interface Renewal {
  id: string;
  name: string;
  tier: string | null;
  arr: number | null;
  /** 0–100, higher is better. */
  health: number | null;
  trend: string | null;
  band: string | null;
  renewal: string | null;
  last: string | null;
  planned: string | null;
  /** The running playbook and how far it is; empty while none runs. */
  playbook: string;
  /** Name of the CSM, which without one is the account's owner. */
  csm: string;
  /** The open opportunity that closes next, where there is one and the user may see it. */
  opportunity: { id: string; name: string } | null;
}

/** One page of renewals. */
export interface RenewalPage {
  renewals: Renewal[];
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
  CS_Tier__c: Value<string>;
  CS_ARR__c: Value<number>;
  CS_Health__c: Value<number>;
  CS_Health_Trend__c: Value<string>;
  CS_Risk_Band__c: Value<string>;
  CS_Renewal_Date__c: Value<string>;
  CS_Last_Touchpoint__c: Value<string>;
  CS_Next_Scheduled__c: Value<string>;
  CS_Playbook_Progress__c?: Value<string>;
  CS_Manager__r: { Name: Value<string> } | null;
  Owner: { Name: Value<string> } | null;
  Opportunities?: { edges: { node: { Id: string; Name: Value<string> } }[] } | null;
}

/** The answer to `RENEWALS`. */
export interface RenewalsData {
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

/** A page of renewals, the next to come first; the cursor of the page before is `$after`. */
export const RENEWALS: GraphQlDocument = gql`
  query renewals($where: Account_Filter, $first: Int, $after: String) {
    uiapi {
      query {
        Account(
          where: $where
          orderBy: {
            CS_Renewal_Date__c: { order: ASC, nulls: LAST }
            CS_ARR__c: { order: DESC, nulls: LAST }
          }
          first: $first
          after: $after
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Tier__c {
                value
              }
              CS_ARR__c {
                value
              }
              CS_Health__c {
                value
              }
              CS_Health_Trend__c {
                value
              }
              CS_Risk_Band__c {
                value
              }
              CS_Renewal_Date__c {
                value
              }
              CS_Last_Touchpoint__c {
                value
              }
              CS_Next_Scheduled__c {
                value
              }
              CS_Playbook_Progress__c @optional {
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
              Opportunities(
                where: { IsClosed: { eq: false } }
                orderBy: { CloseDate: { order: ASC } }
                first: 1
              ) @optional {
                edges {
                  node {
                    Id
                    Name {
                      value
                    }
                  }
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
export function readPage(data: RenewalsData): RenewalPage {
  const { edges, pageInfo, totalCount } = data.uiapi.query.Account;
  return {
    renewals: edges.map(({ node }) => readRenewal(node)),
    nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
  };
}

function readRenewal(node: AccountNode): Renewal {
  const opportunity = node.Opportunities?.edges[0]?.node;
  return {
    id: node.Id,
    name: node.Name.value ?? '',
    tier: node.CS_Tier__c.value,
    arr: node.CS_ARR__c.value,
    health: node.CS_Health__c.value,
    trend: node.CS_Health_Trend__c.value,
    band: node.CS_Risk_Band__c.value,
    renewal: node.CS_Renewal_Date__c.value,
    last: node.CS_Last_Touchpoint__c.value,
    planned: node.CS_Next_Scheduled__c.value,
    playbook: node.CS_Playbook_Progress__c?.value ?? '',
    csm: (node.CS_Manager__r ?? node.Owner)?.Name.value ?? '',
    opportunity: opportunity ? { id: opportunity.Id, name: opportunity.Name.value ?? '' } : null,
  };
}
