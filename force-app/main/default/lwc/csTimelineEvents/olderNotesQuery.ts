import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** Notes that are older than the first page, from a time on. */
export const TIMELINE_OLDER_NOTES: GraphQlDocument = gql`
  query timelineOlderNotes($accountId: ID, $notesUntil: DateTime, $notesAfter: String) {
    uiapi {
      query {
        notes: CS_Note__c(
          where: { CS_Account__c: { eq: $accountId }, CreatedDate: { lte: { value: $notesUntil } } }
          orderBy: { CreatedDate: { order: DESC }, Id: { order: DESC } }
          first: 200
          after: $notesAfter
        ) {
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
      }
    }
  }
`;
