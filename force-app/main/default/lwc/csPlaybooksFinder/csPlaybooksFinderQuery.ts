import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

interface Value<Type> {
  value: Type | null;
}

interface ActivityNode {
  Id: string;
  Subject: Value<string>;
  CreatedDate: Value<string>;
}

/** A task that was made from a step, or may have been. */
export interface Activity {
  id: string;
  subject: string;
  /** ISO 8601 */
  createdAt: string;
}

/** What the user has logged about an account since a moment, newest first. */
export const NEW_ACTIVITIES: GraphQlDocument = gql`
  query newActivities($accountId: ID, $userId: ID, $since: DateTime) {
    uiapi {
      query {
        Task(
          where: {
            AccountId: { eq: $accountId }
            CreatedById: { eq: $userId }
            CreatedDate: { gte: { value: $since } }
          }
          orderBy: { CreatedDate: { order: DESC } }
          first: 10
        ) {
          edges {
            node {
              Id
              Subject {
                value
              }
              CreatedDate {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The answer to `NEW_ACTIVITIES`. */
export interface ActivitiesData {
  uiapi: { query: { Task: { edges: { node: ActivityNode }[] } } };
}

/** The activities in an answer. */
export function readActivities({ uiapi: { query } }: ActivitiesData): Activity[] {
  return query.Task.edges.map(({ node }) => ({
    id: node.Id,
    subject: node.Subject.value ?? 'Task',
    createdAt: node.CreatedDate.value ?? '',
  }));
}
