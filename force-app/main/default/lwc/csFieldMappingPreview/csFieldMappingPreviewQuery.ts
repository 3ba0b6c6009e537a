import { gql } from 'lightning/graphql';

/** An account of the preview, with what Tenure holds of it now. */
export interface PreviewAccount {
  id: string;
  name: string;
  /** By the field of Tenure; the CSM by name. */
  now: Record<string, string | number | null>;
}

interface Value<Type> {
  value: Type;
}

interface Node {
  Id: string;
  Name: Value<string>;
  CS_ARR__c: Value<number | null>;
  CS_Renewal_Date__c: Value<string | null>;
  CS_Health__c: Value<number | null>;
  CS_Tier__c: Value<string | null>;
  CS_Status__c: Value<string | null>;
  CS_Manager__r: { Name: Value<string> } | null;
}

/** What the org answers. */
export interface PreviewAnswer {
  uiapi?: { query?: { Account?: { edges?: { node: Node }[] } } };
}

/** Ten accounts, those with the most ARR first. */
export const PREVIEW_ACCOUNTS = gql`
  query previewAccounts {
    uiapi {
      query {
        Account(orderBy: { CS_ARR__c: { order: DESC, nulls: LAST }, Name: { order: ASC } }, first: 10) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_ARR__c {
                value
              }
              CS_Renewal_Date__c {
                value
              }
              CS_Health__c {
                value
              }
              CS_Tier__c {
                value
              }
              CS_Status__c {
                value
              }
              CS_Manager__r {
                Name {
                  value
                }
              }
            }
          }
        }
      }
    }
  }
`;

/** The accounts in an answer. */
export function accountsIn(answer: PreviewAnswer): PreviewAccount[] {
  return (answer.uiapi?.query?.Account?.edges ?? []).map(({ node }) => ({
    id: node.Id,
    name: node.Name.value,
    now: {
      CS_ARR__c: node.CS_ARR__c.value,
      CS_Renewal_Date__c: node.CS_Renewal_Date__c.value,
      CS_Health__c: node.CS_Health__c.value,
      CS_Tier__c: node.CS_Tier__c.value,
      CS_Status__c: node.CS_Status__c.value,
      CS_Manager__c: node.CS_Manager__r?.Name.value ?? null,
    },
  }));
}
