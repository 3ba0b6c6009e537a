import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/**
 * The latest of what happened to an account that neither its story nor its activities tell. Cases come twice, as they
 * were opened and as they were closed: each way is in the order of its own time. `@optional` leaves out a kind that
 * the user may not read; it has to be all that a variable of its own is there for, or the document is refused for
 * having one too many. https://developer.salesforce.com/docs/platform/graphql/guide/query-record-objects.html
 */
export const TIMELINE_RECORDS: GraphQlDocument = gql`
  query timelineRecords($accountId: ID) {
    uiapi {
      query {
        notes: CS_Note__c(
          where: { CS_Account__c: { eq: $accountId } }
          orderBy: { CreatedDate: { order: DESC }, Id: { order: DESC } }
          first: 200
        ) @optional {
          edges {
            node {
              Id
              CreatedDate {
                value
              }
              CS_Type__c @optional {
                value
              }
              CS_Body__c @optional {
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
        opened: Case(
          where: { AccountId: { eq: $accountId } }
          orderBy: { CreatedDate: { order: DESC }, Id: { order: DESC } }
          first: 200
        ) @optional {
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
          where: { AccountId: { eq: $accountId }, IsClosed: { eq: true } }
          orderBy: { ClosedDate: { order: DESC }, Id: { order: DESC } }
          first: 200
        ) @optional {
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
