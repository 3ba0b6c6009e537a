import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';
import type { Connection, Value } from './timelineConnection';

interface Named {
  Name: Value<string>;
}

/** A note about the account. */
export interface NoteNode {
  Id: string;
  CreatedDate: Value<string>;
  CS_Type__c?: Value<string>;
  CS_Body__c?: Value<string>;
  CreatedBy?: Named | null;
}

/** A case of the account, as it was opened or as it was closed. */
export interface CaseNode {
  Id: string;
  CreatedDate: Value<string>;
  ClosedDate: Value<string>;
  CaseNumber: Value<string>;
  Subject?: Value<string>;
  Status?: Value<string>;
  Priority?: Value<string>;
  IsEscalated?: Value<boolean>;
  Description?: Value<string>;
  Contact?: Named | null;
}

/** The answer to `TIMELINE_RECORDS`; a kind that the user may not read is missing. */
export interface TimelineRecordsData {
  uiapi: {
    query: {
      notes?: Connection<NoteNode>;
      opened?: Connection<CaseNode>;
      closed?: Connection<CaseNode>;
    };
  };
}

/**
 * What happened to an account that neither its story nor its activities tell. Cases come twice, as they were opened
 * and as they were closed: each way is in the order of its own time. `@optional` leaves out a kind that the user may
 * not read. https://developer.salesforce.com/docs/platform/graphql/guide/query-record-objects.html
 */
export const TIMELINE_RECORDS: GraphQlDocument = gql`
  query timelineRecords(
    $accountId: ID
    $notesUntil: DateTime
    $notesAfter: String
    $openedUntil: DateTime
    $openedAfter: String
    $closedUntil: DateTime
    $closedAfter: String
  ) {
    uiapi {
      query {
        notes: CS_Note__c(
          where: { CS_Account__c: { eq: $accountId }, CreatedDate: { lte: { value: $notesUntil } } }
          orderBy: { CreatedDate: { order: DESC }, Id: { order: DESC } }
          first: 200
          after: $notesAfter
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
          where: { AccountId: { eq: $accountId }, CreatedDate: { lte: { value: $openedUntil } } }
          orderBy: { CreatedDate: { order: DESC }, Id: { order: DESC } }
          first: 200
          after: $openedAfter
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
          where: {
            AccountId: { eq: $accountId }
            IsClosed: { eq: true }
            ClosedDate: { lte: { value: $closedUntil } }
          }
          orderBy: { ClosedDate: { order: DESC }, Id: { order: DESC } }
          first: 200
          after: $closedAfter
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
