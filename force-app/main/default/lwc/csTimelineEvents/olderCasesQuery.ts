import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** Cases that are older than the first page, from a time on: as they were opened, and as they were closed. */
export const TIMELINE_OLDER_CASES: GraphQlDocument = gql`
  query timelineOlderCases(
    $accountId: ID
    $openedUntil: DateTime
    $openedAfter: String
    $closedUntil: DateTime
    $closedAfter: String
  ) {
    uiapi {
      query {
        opened: Case(
          where: { AccountId: { eq: $accountId }, CreatedDate: { lte: { value: $openedUntil } } }
          orderBy: { CreatedDate: { order: DESC }, Id: { order: DESC } }
          first: 200
          after: $openedAfter
        ) {
          edges {
            node {
              Id
              CreatedDate {
                value
              }
              ClosedDate {
                value
              }
              CaseNumber {
                value
              }
              Subject @optional {
                value
              }
              Status @optional {
                value
              }
              Priority @optional {
                value
              }
              IsEscalated @optional {
                value
              }
              Description @optional {
                value
              }
              Contact @optional {
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
        closed: Case(
          where: {
            AccountId: { eq: $accountId }
            IsClosed: { eq: true }
            ClosedDate: { lte: { value: $closedUntil } }
          }
          orderBy: { ClosedDate: { order: DESC }, Id: { order: DESC } }
          first: 200
          after: $closedAfter
        ) {
          edges {
            node {
              Id
              CreatedDate {
                value
              }
              ClosedDate {
                value
              }
              CaseNumber {
                value
              }
              Subject @optional {
                value
              }
              Status @optional {
                value
              }
              Priority @optional {
                value
              }
              IsEscalated @optional {
                value
              }
              Description @optional {
                value
              }
              Contact @optional {
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
