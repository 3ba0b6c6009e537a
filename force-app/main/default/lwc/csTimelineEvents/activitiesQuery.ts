import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/**
 * The tasks and events of an account, on their own: GraphQL reads them as a beta, and what else the timeline shows
 * must stand when they fail. `AccountId` may be filtered and is that of the record they are about, an opportunity or
 * a contact too. https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_task.htm
 *
 * A finished task took place on its due date, which is the day of the call for one that was logged; without one, or
 * when it was finished ahead of a date still to come, when it was finished. Each is in the order of its own time.
 */
export const TIMELINE_ACTIVITIES: GraphQlDocument = gql`
  query timelineActivities(
    $accountId: ID
    $today: Date
    $datedUntil: Date
    $datedAfter: String
    $undatedUntil: DateTime
    $undatedAfter: String
    $meetingsUntil: DateTime
    $meetingsAfter: String
    $allDayUntil: Date
    $allDayAfter: String
  ) {
    uiapi {
      query {
        dated: Task(
          where: {
            AccountId: { eq: $accountId }
            IsClosed: { eq: true }
            ActivityDate: { lte: { value: $datedUntil } }
          }
          orderBy: { ActivityDate: { order: DESC }, Id: { order: DESC } }
          first: 200
          after: $datedAfter
        ) {
          edges {
            node {
              Id
              Subject {
                value
              }
              ActivityDate {
                value
              }
              CompletedDateTime {
                value
              }
              TaskSubtype {
                value
              }
              Status @optional {
                value
              }
              Priority @optional {
                value
              }
              Description @optional {
                value
              }
              Owner @optional {
                ... on User {
                  Name {
                    value
                  }
                }
              }
              Who @optional {
                ... on Contact {
                  Name {
                    value
                  }
                }
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        undated: Task(
          where: {
            AccountId: { eq: $accountId }
            IsClosed: { eq: true }
            CompletedDateTime: { lte: { value: $undatedUntil } }
            or: [{ ActivityDate: { eq: null } }, { ActivityDate: { gt: { value: $today } } }]
          }
          orderBy: { CompletedDateTime: { order: DESC }, Id: { order: DESC } }
          first: 200
          after: $undatedAfter
        ) {
          edges {
            node {
              Id
              Subject {
                value
              }
              ActivityDate {
                value
              }
              CompletedDateTime {
                value
              }
              TaskSubtype {
                value
              }
              Status @optional {
                value
              }
              Priority @optional {
                value
              }
              Description @optional {
                value
              }
              Owner @optional {
                ... on User {
                  Name {
                    value
                  }
                }
              }
              Who @optional {
                ... on Contact {
                  Name {
                    value
                  }
                }
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        open: Task(
          where: { AccountId: { eq: $accountId }, IsClosed: { eq: false } }
          orderBy: { ActivityDate: { order: ASC, nulls: LAST }, Id: { order: ASC } }
          first: 50
        ) {
          edges {
            node {
              Id
              Subject {
                value
              }
              ActivityDate {
                value
              }
              CompletedDateTime {
                value
              }
              TaskSubtype {
                value
              }
              Priority @optional {
                value
              }
              Owner @optional {
                ... on User {
                  Name {
                    value
                  }
                }
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        meetings: Event(
          where: {
            AccountId: { eq: $accountId }
            IsAllDayEvent: { eq: false }
            StartDateTime: { lte: { value: $meetingsUntil } }
          }
          orderBy: { StartDateTime: { order: DESC }, Id: { order: DESC } }
          first: 200
          after: $meetingsAfter
        ) {
          edges {
            node {
              Id
              Subject {
                value
              }
              StartDateTime {
                value
              }
              ActivityDate {
                value
              }
              IsAllDayEvent {
                value
              }
              DurationInMinutes @optional {
                value
              }
              Location @optional {
                value
              }
              Description @optional {
                value
              }
              Owner @optional {
                ... on User {
                  Name {
                    value
                  }
                }
              }
              Who @optional {
                ... on Contact {
                  Name {
                    value
                  }
                }
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        allDay: Event(
          where: {
            AccountId: { eq: $accountId }
            IsAllDayEvent: { eq: true }
            ActivityDate: { lte: { value: $allDayUntil } }
          }
          orderBy: { ActivityDate: { order: DESC }, Id: { order: DESC } }
          first: 200
          after: $allDayAfter
        ) {
          edges {
            node {
              Id
              Subject {
                value
              }
              StartDateTime {
                value
              }
              ActivityDate {
                value
              }
              IsAllDayEvent {
                value
              }
              Location @optional {
                value
              }
              Description @optional {
                value
              }
              Owner @optional {
                ... on User {
                  Name {
                    value
                  }
                }
              }
              Who @optional {
                ... on Contact {
                  Name {
                    value
                  }
                }
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        next: Event(
          where: { AccountId: { eq: $accountId }, ActivityDate: { gte: { value: $today } } }
          orderBy: { StartDateTime: { order: ASC }, Id: { order: ASC } }
          first: 50
        ) {
          edges {
            node {
              Id
              Subject {
                value
              }
              StartDateTime {
                value
              }
              ActivityDate {
                value
              }
              IsAllDayEvent {
                value
              }
              Owner @optional {
                ... on User {
                  Name {
                    value
                  }
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
