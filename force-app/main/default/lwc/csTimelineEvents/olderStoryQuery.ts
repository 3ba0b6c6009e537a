import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';
import { readStory } from 'c/csAccountStory';
import type { AccountStory, AccountStoryData } from 'c/csAccountStory';

const NOTHING = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

type StoryQuery = AccountStoryData['uiapi']['query'];

/** The answer to `TIMELINE_OLDER_STORY`. */
export interface OlderStoryData {
  uiapi: { query: Pick<StoryQuery, 'scores' | 'answers' | 'changes'> };
}

/** What is older than the first page of an account's story; asked for only when that is not all. */
export const TIMELINE_OLDER_STORY: GraphQlDocument = gql`
  query timelineOlderStory(
    $accountId: ID
    $scoresUntil: Date
    $scoresAfter: String
    $answersUntil: Date
    $answersAfter: String
    $changesUntil: DateTime
    $changesAfter: String
  ) {
    uiapi {
      query {
        scores: CS_Health_Score__c(
          where: { CS_Account__c: { eq: $accountId }, CS_Scored_On__c: { lte: { value: $scoresUntil } } }
          orderBy: { CS_Scored_On__c: { order: DESC }, Id: { order: DESC } }
          first: 200
          after: $scoresAfter
        ) {
          edges {
            node {
              Id
              CS_Score__c {
                value
              }
              CS_Scored_On__c {
                value
              }
              CS_Source__c {
                value
              }
              CS_Comment__c @optional {
                value
              }
              CreatedBy @optional {
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
        }
        answers: CS_NPS_Response__c(
          where: { CS_Account__c: { eq: $accountId }, CS_Responded_On__c: { lte: { value: $answersUntil } } }
          orderBy: { CS_Responded_On__c: { order: DESC }, Id: { order: DESC } }
          first: 200
          after: $answersAfter
        ) {
          edges {
            node {
              Id
              CS_Score__c {
                value
              }
              CS_Responded_On__c {
                value
              }
              CS_Survey__c @optional {
                value
              }
              CS_Comment__c @optional {
                value
              }
              CS_Contact__r @optional {
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
        }
        changes: CS_Account_Change__c(
          where: { CS_Account__c: { eq: $accountId }, CS_Changed_On__c: { lte: { value: $changesUntil } } }
          orderBy: { CS_Changed_On__c: { order: DESC }, Id: { order: DESC } }
          first: 200
          after: $changesAfter
        ) {
          edges {
            node {
              Id
              CS_Type__c {
                value
              }
              CS_From__c @optional {
                value
              }
              CS_To__c @optional {
                value
              }
              CS_Changed_On__c {
                value
              }
              CS_Reason__c @optional {
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

/** Reads a page as a story without playbooks. */
export function readOlderStory({ uiapi }: OlderStoryData): AccountStory {
  return readStory({
    uiapi: { query: { ...uiapi.query, runs: NOTHING, steps: NOTHING, playbooks: NOTHING } },
  });
}
