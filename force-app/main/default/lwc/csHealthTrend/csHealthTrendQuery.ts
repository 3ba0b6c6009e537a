import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** One reading of an account's health. */
export interface HealthPoint {
  id: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** 0–100, higher is better. */
  score: number;
  source: 'Manual' | 'Calculated';
  comment: string;
}

interface HealthNode {
  Id: string;
  CS_Score__c: { value: number | null };
  CS_Scored_On__c: { value: string | null };
  CS_Source__c: { value: string | null };
  CS_Comment__c?: { value: string | null };
}

/** The answer to `HEALTH_SCORES`. */
export interface HealthScoresData {
  uiapi: {
    query: {
      CS_Health_Score__c: {
        edges: { node: HealthNode }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
        totalCount: number;
      };
    };
  };
}

/** One page of an account's health scores, latest first. */
export interface HealthPage {
  points: HealthPoint[];
  /** Where the next page starts; null on the last. */
  nextCursor: string | null;
  /** All scores of the account, those on other pages included. */
  total: number;
}

/** A page of an account's health scores, latest first; the cursor of the page before is `$after`. */
export const HEALTH_SCORES: GraphQlDocument = gql`
  query accountHealthScores($accountId: ID, $first: Int, $after: String) {
    uiapi {
      query {
        CS_Health_Score__c(
          where: { CS_Account__c: { eq: $accountId } }
          orderBy: { CS_Scored_On__c: { order: DESC } }
          first: $first
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

/** Reads one page; a score without day or value (which an org does not let in) is left out. */
export function readPage(data: HealthScoresData): HealthPage {
  const { edges, pageInfo, totalCount } = data.uiapi.query.CS_Health_Score__c;
  return {
    points: edges.flatMap(({ node }) => readPoint(node)),
    nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
  };
}

function readPoint(node: HealthNode): HealthPoint[] {
  const day = node.CS_Scored_On__c.value;
  const score = node.CS_Score__c.value;
  if (day === null || score === null) return [];
  const source = node.CS_Source__c.value === 'Manual' ? 'Manual' : 'Calculated';
  return [{ id: node.Id, day, score, source, comment: node.CS_Comment__c?.value ?? '' }];
}
