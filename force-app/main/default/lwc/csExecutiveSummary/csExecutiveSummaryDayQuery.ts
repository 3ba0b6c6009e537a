import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** What stands beside the totals: workload, movers, health, names, and the days of which accounts are kept. */
export const DAY: GraphQlDocument = gql`
  query executiveDay(
    $workload: CS_Workload__c_Filter
    $workloadBefore: CS_Workload__c_Filter
    $csms: Int
    $csmIds: [ID]
    $risers: Account_Filter
    $fallers: Account_Filter
    $movers: Int
    $upTo39: Account_Filter
    $upTo59: Account_Filter
    $upTo79: Account_Filter
    $upTo100: Account_Filter
  ) {
    uiapi {
      query {
        CS_Workload__c(where: $workload, orderBy: { CS_Effort__c: { order: DESC } }, first: $csms) {
          edges {
            node {
              Id
              CS_CSM__c {
                value
              }
              CS_CSM__r {
                Name {
                  value
                }
              }
              CS_Accounts__c {
                value
              }
              CS_At_Risk__c {
                value
              }
              CS_Effort__c {
                value
              }
            }
          }
        }
        loadBefore: CS_Workload__c(where: $workloadBefore, first: $csms) {
          edges {
            node {
              Id
              CS_CSM__c {
                value
              }
              CS_Effort__c {
                value
              }
            }
          }
        }
        User(where: { Id: { in: $csmIds } }, first: $csms) {
          edges {
            node {
              Id
              Name {
                value
              }
            }
          }
        }
        risers: Account(
          where: $risers
          orderBy: { CS_Health_Change_30d__c: { order: DESC, nulls: LAST }, Name: { order: ASC } }
          first: $movers
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Health__c {
                value
              }
              CS_Health_Change_30d__c {
                value
              }
              CS_ARR__c {
                value
              }
            }
          }
        }
        fallers: Account(
          where: $fallers
          orderBy: { CS_Health_Change_30d__c: { order: ASC, nulls: LAST }, Name: { order: ASC } }
          first: $movers
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Health__c {
                value
              }
              CS_Health_Change_30d__c {
                value
              }
              CS_ARR__c {
                value
              }
            }
          }
        }
        upTo39: Account(where: $upTo39, first: 1) {
          edges {
            node {
              Id
            }
          }
          totalCount
        }
        upTo59: Account(where: $upTo59, first: 1) {
          edges {
            node {
              Id
            }
          }
          totalCount
        }
        upTo79: Account(where: $upTo79, first: 1) {
          edges {
            node {
              Id
            }
          }
          totalCount
        }
        upTo100: Account(where: $upTo100, first: 1) {
          edges {
            node {
              Id
            }
          }
          totalCount
        }
      }
      aggregate {
        CS_Account_Snapshot__c(groupBy: { CS_As_Of__c: { group: true } }, first: 200) {
          edges {
            node {
              aggregate {
                CS_As_Of__c {
                  value
                }
              }
            }
          }
        }
      }
    }
  }
`;

/** How many accounts had which health on a day of which accounts are kept, and what those are called that moved. */
export const PAST: GraphQlDocument = gql`
  query executivePast(
    $movers: [ID]
    $count: Int
    $upTo39: CS_Account_Snapshot__c_Filter
    $upTo59: CS_Account_Snapshot__c_Filter
    $upTo79: CS_Account_Snapshot__c_Filter
    $upTo100: CS_Account_Snapshot__c_Filter
  ) {
    uiapi {
      query {
        Account(where: { Id: { in: $movers } }, first: $count) {
          edges {
            node {
              Id
              Name {
                value
              }
            }
          }
        }
        upTo39: CS_Account_Snapshot__c(where: $upTo39, first: 1) {
          edges {
            node {
              Id
            }
          }
          totalCount
        }
        upTo59: CS_Account_Snapshot__c(where: $upTo59, first: 1) {
          edges {
            node {
              Id
            }
          }
          totalCount
        }
        upTo79: CS_Account_Snapshot__c(where: $upTo79, first: 1) {
          edges {
            node {
              Id
            }
          }
          totalCount
        }
        upTo100: CS_Account_Snapshot__c(where: $upTo100, first: 1) {
          edges {
            node {
              Id
            }
          }
          totalCount
        }
      }
    }
  }
`;
