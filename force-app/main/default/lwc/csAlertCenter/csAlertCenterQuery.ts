import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';
import { readAlert } from 'c/csAlertRecord';
import type { Alert, AlertNode } from 'c/csAlertRecord';

interface Counted {
  totalCount: number;
}

/** The answer to `ALERT_CENTER`. */
export interface AlertCenterData {
  uiapi: {
    query: {
      alerts: {
        edges: { node: AlertNode }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      } & Counted;
      open: Counted;
      unread: Counted;
      snoozed: Counted;
      mine: Counted;
      /** Absent for a user who may not read other users. */
      team?: Counted;
    };
  };
}

/** One page of alerts, and what is counted beside it. */
export interface AlertPage {
  alerts: Alert[];
  /** Where the next page starts; null on the last. */
  nextCursor: string | null;
  /** Alerts that match, those on other pages included. */
  total: number;
  counts: { open: number; unread: number; snoozed: number };
  /** Unread alerts of the user, whatever the list is narrowed to. */
  unreadOfMine: number;
  /** Whether somebody reports to the user. */
  hasTeam: boolean;
}

/** A page of alerts; the cursor of the page before is `$after`. */
export const ALERT_CENTER: GraphQlDocument = gql`
  query alertCenter(
    $where: CS_Alert__c_Filter
    $orderBy: CS_Alert__c_OrderBy
    $first: Int
    $after: String
    $open: CS_Alert__c_Filter
    $unread: CS_Alert__c_Filter
    $snoozed: CS_Alert__c_Filter
    $mine: CS_Alert__c_Filter
    $userId: ID
  ) {
    uiapi {
      query {
        alerts: CS_Alert__c(where: $where, orderBy: $orderBy, first: $first, after: $after) {
          edges {
            node {
              Id
              CS_Account__c {
                value
              }
              CS_Account__r {
                Name {
                  value
                }
              }
              CS_Type__c {
                value
              }
              CS_Severity__c {
                value
              }
              CS_Message__c {
                value
              }
              CS_Raised_On__c {
                value
              }
              CS_Read_On__c {
                value
              }
              CS_Snoozed_Until__c {
                value
              }
              CS_Resolved_On__c {
                value
              }
              CS_Resolution__c @optional {
                value
              }
              CS_Escalated_On__c @optional {
                value
              }
              CS_Escalated_To__c {
                value
              }
              CS_Escalated_To__r @optional {
                Name {
                  value
                }
              }
              CS_Recipient__c {
                value
              }
              CS_Recipient__r @optional {
                Name {
                  value
                }
              }
              CS_Record_Id__c @optional {
                value
              }
              CS_Rule__r @optional {
                Name {
                  value
                }
                CS_Threshold__c @optional {
                  value
                }
                CS_Rationale__c @optional {
                  value
                }
              }
              LastModifiedDate {
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
        open: CS_Alert__c(where: $open, first: 1) {
          totalCount
        }
        unread: CS_Alert__c(where: $unread, first: 1) {
          totalCount
        }
        snoozed: CS_Alert__c(where: $snoozed, first: 1) {
          totalCount
        }
        mine: CS_Alert__c(where: $mine, first: 1) {
          totalCount
        }
        team: User(where: { ManagerId: { eq: $userId } }, first: 1) @optional {
          totalCount
        }
      }
    }
  }
`;

/** Reads one page. */
export function readPage(data: AlertCenterData): AlertPage {
  const { alerts, open, unread, snoozed, mine, team } = data.uiapi.query;
  return {
    alerts: alerts.edges.flatMap(({ node }) => readAlert(node)),
    nextCursor: alerts.pageInfo.hasNextPage ? alerts.pageInfo.endCursor : null,
    total: alerts.totalCount,
    counts: { open: open.totalCount, unread: unread.totalCount, snoozed: snoozed.totalCount },
    unreadOfMine: mine.totalCount,
    hasTeam: (team?.totalCount ?? 0) > 0,
  };
}
