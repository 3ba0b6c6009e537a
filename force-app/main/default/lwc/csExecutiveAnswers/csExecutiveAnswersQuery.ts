import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

interface Value<Type> {
  value: Type | null;
}

interface AnswerNode {
  Id: string;
  CS_Account__c: Value<string>;
  CS_Account__r: { Name: Value<string> } | null;
  CS_Contact__c: Value<string>;
  CS_Score__c: Value<number>;
  CS_Responded_On__c: Value<string>;
}

/** NPS answers, the newest first. */
export const ANSWERS: GraphQlDocument = gql`
  query executiveAnswers($where: CS_NPS_Response__c_Filter, $first: Int, $after: String) {
    uiapi {
      query {
        CS_NPS_Response__c(
          where: $where
          orderBy: { CS_Responded_On__c: { order: DESC } }
          first: $first
          after: $after
        ) {
          edges {
            node {
              Id
              CS_Account__c {
                value
              }
              CS_Account__r {
                Name {
                  value
                }
              }
              CS_Contact__c {
                value
              }
              CS_Score__c {
                value
              }
              CS_Responded_On__c {
                value
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`;

/** The answer to `ANSWERS`. */
export interface AnswersData {
  uiapi: {
    query: {
      CS_NPS_Response__c: {
        edges: { node: AnswerNode }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    };
  };
}

/** What one person answered on one day. */
export interface Answer {
  id: string;
  accountId: string;
  accountName: string;
  contactId: string | null;
  score: number;
  on: string;
}

/** Reads one page; an answer without a score or a day is none. */
export function readAnswers(data: AnswersData): { answers: Answer[]; nextCursor: string | null } {
  const { edges, pageInfo } = data.uiapi.query.CS_NPS_Response__c;
  const answers = edges.flatMap(({ node }) => {
    const [accountId, score, on] = [
      node.CS_Account__c.value,
      node.CS_Score__c.value,
      node.CS_Responded_On__c.value,
    ];
    if (accountId === null || score === null || on === null) return [];
    const accountName = node.CS_Account__r?.Name.value ?? '';
    return [{ id: node.Id, accountId, accountName, contactId: node.CS_Contact__c.value, score, on }];
  });
  return { answers, nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}
