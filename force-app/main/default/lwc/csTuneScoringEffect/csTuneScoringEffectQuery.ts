import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** The answer to `EFFECT_ACCOUNTS`. */
export interface AccountsData {
  uiapi: {
    query: { accounts: { edges: { node: { Id: string; CS_ARR__c?: { value: number | null } } }[] } };
  };
}

/** The revenue of the accounts that are listed: the companion knows none. */
export const EFFECT_ACCOUNTS: GraphQlDocument = gql`
  query effectAccounts($ids: [ID]) {
    uiapi {
      query {
        accounts: Account(where: { Id: { in: $ids } }, first: 200) {
          edges {
            node {
              Id
              CS_ARR__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The revenue of each account that the user may see. */
export function readArr({ uiapi }: AccountsData): Map<string, number | null> {
  return new Map(uiapi.query.accounts.edges.map(({ node }) => [node.Id, node.CS_ARR__c?.value ?? null]));
}
