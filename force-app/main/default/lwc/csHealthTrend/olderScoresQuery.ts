import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';
import type { HealthScore } from 'c/csAccountStory';

interface ScoreNode {
  Id: string;
  CS_Score__c: { value: number | null };
  CS_Scored_On__c: { value: string | null };
  CS_Source__c: { value: string | null };
  CS_Comment__c?: { value: string | null };
  LastModifiedBy?: { Name: { value: string | null } } | null;
}

/** The answer to `OLDER_SCORES`. */
export interface OlderScoresData {
  uiapi: {
    query: {
      CS_Health_Score__c: {
        edges: { node: ScoreNode }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    };
  };
}

/** A page of older scores, latest first, and where the next one starts; null on the last. */
export interface OlderScores {
  scores: HealthScore[];
  nextCursor: string | null;
}

/**
 * The scores that the story of an account had no room for, latest first: up to the day `$before`, that day included,
 * because a page may end in the middle of a day. A cursor belongs to its own query, so this one has its own.
 */
export const OLDER_SCORES: GraphQlDocument = gql`
  query olderHealthScores($accountId: ID, $before: Date, $after: String) {
    uiapi {
      query {
        CS_Health_Score__c(
          where: { CS_Account__c: { eq: $accountId }, CS_Scored_On__c: { lte: { value: $before } } }
          orderBy: { CS_Scored_On__c: { order: DESC }, Id: { order: DESC } }
          first: 500
          after: $after
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
              LastModifiedBy @optional {
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
      }
    }
  }
`;

/** Reads a page. A score without day or value, which an org does not let in, is left out. */
export function readOlderScores(data: OlderScoresData): OlderScores {
  const { edges, pageInfo } = data.uiapi.query.CS_Health_Score__c;
  return {
    scores: edges.flatMap(({ node }) => readScore(node)),
    nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
}

function readScore(node: ScoreNode): HealthScore[] {
  const day = node.CS_Scored_On__c.value;
  const score = node.CS_Score__c.value;
  if (day === null || score === null) return [];
  const source = node.CS_Source__c.value === 'Manual' ? 'Manual' : 'Calculated';
  const by = source === 'Manual' ? (node.LastModifiedBy?.Name.value ?? '') : '';
  return [{ id: node.Id, day, score, source, comment: node.CS_Comment__c?.value ?? '', by }];
}
