import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** One page of the answers of a status, the newest first, and how many of each status there are. */
export const NPS_INBOX: GraphQlDocument = gql`
  query npsInbox($status: Picklist, $after: String) {
    uiapi {
      query {
        CS_NPS_Inbox__c(
          where: { CS_Status__c: { eq: $status } }
          orderBy: { CS_Responded_On__c: { order: DESC }, Id: { order: DESC } }
          first: 25
          after: $after
        ) {
          edges {
            node {
              Id
              CS_Key__c {
                value
              }
              CS_Score__c {
                value
              }
              CS_Responded_On__c {
                value
              }
              CS_Comment__c @optional {
                value
              }
              CS_Email__c @optional {
                value
              }
              CS_Name__c @optional {
                value
              }
              CS_Company__c @optional {
                value
              }
              CS_Survey__c @optional {
                value
              }
              CS_Source__c @optional {
                value
              }
              CS_Suggestions__c @optional {
                value
              }
              CS_Account__c @optional {
                value
              }
              CS_Account__r @optional {
                Name {
                  value
                }
              }
            }
          }
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`;

// Made and settled in one transaction: there is never a response whose answer still waits, nor the other way round. The
// response has the key of the answer, which the org keeps unique, so of two who assign at the same time one is refused.
export const ASSIGN: GraphQlDocument = gql`
  mutation assignAnswer($response: CS_NPS_Response__cCreateInput!, $answer: CS_NPS_Inbox__cUpdateInput!) {
    uiapi {
      response: CS_NPS_Response__cCreate(input: $response) {
        Record {
          Id
        }
      }
      answer: CS_NPS_Inbox__cUpdate(input: $answer) {
        Record {
          Id
        }
      }
    }
  }
`;

interface Value<Type> {
  value: Type | null;
}

/** An answer as the org gives it; a field that the user may not read is left out. */
export interface InboxNode {
  Id: string;
  CS_Key__c: Value<string>;
  CS_Score__c: Value<number>;
  CS_Responded_On__c: Value<string>;
  CS_Comment__c?: Value<string>;
  CS_Email__c?: Value<string>;
  CS_Name__c?: Value<string>;
  CS_Company__c?: Value<string>;
  CS_Survey__c?: Value<string>;
  CS_Source__c?: Value<string>;
  CS_Suggestions__c?: Value<string>;
  CS_Account__c?: Value<string>;
  CS_Account__r?: { Name: Value<string> } | null;
}

/** What the org answers. */
export interface InboxData {
  uiapi: {
    query: {
      CS_NPS_Inbox__c: {
        edges: { node: InboxNode }[];
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    };
  };
}
