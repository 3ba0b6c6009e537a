import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';
import type { FieldValue, Target } from 'c/csBulkPlan';

interface Value {
  value: FieldValue;
}

interface UserNode {
  Name: { value: string | null };
}

interface ManualScoreNode {
  Id: string;
  CS_Scored_On__c: { value: string | null };
  CS_Score__c: { value: number | null };
}

interface TargetNode {
  Id: string;
  Name: { value: string | null };
  CS_Manager__c: Value;
  CS_Manager__r: UserNode | null;
  CS_Account_Manager__c: Value;
  CS_Account_Manager__r: UserNode | null;
  CS_Solution_Engineer__c: Value;
  CS_Solution_Engineer__r: UserNode | null;
  CS_Tier__c: Value;
  CS_Status__c: Value;
  CS_Tags__c: Value;
  CS_Next_Scheduled__c: Value;
  CS_Health__c: Value;
  CS_Health_Scores__r: { edges: { node: ManualScoreNode }[] } | null;
}

/** The answer to `BULK_TARGETS`. */
export interface BulkTargetsData {
  uiapi: { query: { Account: { edges: { node: TargetNode }[] } } };
}

/** The accounts to change, each with all that can be changed and the last score that was set by hand. */
export const BULK_TARGETS: GraphQlDocument = gql`
  query bulkTargets($where: Account_Filter, $first: Int) {
    uiapi {
      query {
        Account(where: $where, orderBy: { Name: { order: ASC } }, first: $first) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Manager__c {
                value
              }
              CS_Manager__r {
                Name {
                  value
                }
              }
              CS_Account_Manager__c {
                value
              }
              CS_Account_Manager__r {
                Name {
                  value
                }
              }
              CS_Solution_Engineer__c {
                value
              }
              CS_Solution_Engineer__r {
                Name {
                  value
                }
              }
              CS_Tier__c {
                value
              }
              CS_Status__c {
                value
              }
              CS_Tags__c {
                value
              }
              CS_Next_Scheduled__c {
                value
              }
              CS_Health__c {
                value
              }
              CS_Health_Scores__r(
                where: { CS_Source__c: { eq: "Manual" } }
                orderBy: { CS_Scored_On__c: { order: DESC }, CreatedDate: { order: DESC } }
                first: 1
              ) {
                edges {
                  node {
                    Id
                    CS_Scored_On__c {
                      value
                    }
                    CS_Score__c {
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
  }
`;

/** Reads the accounts. */
export function readTargets(data: BulkTargetsData): Target[] {
  return data.uiapi.query.Account.edges.map(({ node }) => ({
    id: node.Id,
    name: node.Name.value ?? '',
    values: {
      CS_Manager__c: node.CS_Manager__c.value,
      CS_Account_Manager__c: node.CS_Account_Manager__c.value,
      CS_Solution_Engineer__c: node.CS_Solution_Engineer__c.value,
      CS_Tier__c: node.CS_Tier__c.value,
      CS_Status__c: node.CS_Status__c.value,
      CS_Tags__c: node.CS_Tags__c.value,
      CS_Next_Scheduled__c: node.CS_Next_Scheduled__c.value,
      CS_Health__c: node.CS_Health__c.value,
    },
    names: {
      CS_Manager__c: node.CS_Manager__r?.Name.value ?? '',
      CS_Account_Manager__c: node.CS_Account_Manager__r?.Name.value ?? '',
      CS_Solution_Engineer__c: node.CS_Solution_Engineer__r?.Name.value ?? '',
    },
    manualScore: readManualScore(node.CS_Health_Scores__r?.edges[0]?.node),
  }));
}

function readManualScore(node: ManualScoreNode | undefined): Target['manualScore'] {
  const day = node?.CS_Scored_On__c.value;
  const score = node?.CS_Score__c.value;
  return !node || !day || typeof score !== 'number' ? null : { id: node.Id, day, score };
}
