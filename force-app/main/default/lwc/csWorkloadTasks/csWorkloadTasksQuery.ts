import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

interface Value<Type> {
  value: Type | null;
}

interface TaskNode {
  Id: string;
  Subject: Value<string>;
  ActivityDate: Value<string>;
  AccountId: Value<string>;
  Account: { Name: Value<string> } | null;
}

/** A page of the open tasks of a user on accounts, due before a day. */
export const OVERDUE_TASKS: GraphQlDocument = gql`
  query overdueTasks($csmId: ID, $asOf: Date, $first: Int, $after: String) {
    uiapi {
      query {
        Task(
          where: {
            OwnerId: { eq: $csmId }
            IsClosed: { eq: false }
            ActivityDate: { lt: { value: $asOf } }
            AccountId: { ne: null }
          }
          orderBy: { ActivityDate: { order: ASC } }
          first: $first
          after: $after
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
              AccountId {
                value
              }
              Account {
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
          totalCount
        }
      }
    }
  }
`;

/** The answer to `OVERDUE_TASKS`. */
export interface TasksData {
  uiapi: {
    query: {
      Task: {
        edges: { node: TaskNode }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
        totalCount: number;
      };
    };
  };
}

/** A task that is overdue, and the account it is about. */
export interface TaskRow {
  id: string;
  subject: string;
  /** `YYYY-MM-DD` */
  due: string;
  accountId: string;
  account: string;
}

/** One page of tasks, and how many there are in all. */
export interface TasksPage {
  rows: TaskRow[];
  nextCursor: string | null;
  total: number;
}

/** Reads one page. */
export function readPage(data: TasksData): TasksPage {
  const { edges, pageInfo, totalCount } = data.uiapi.query.Task;
  return {
    rows: edges.map(({ node }) => ({
      id: node.Id,
      subject: node.Subject.value ?? 'Task',
      due: node.ActivityDate.value ?? '',
      accountId: node.AccountId.value ?? '',
      account: node.Account?.Name.value ?? 'An account you cannot see',
    })),
    nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
  };
}
