import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** The customers behind a number as they are now: a page of them, and what all come to by band. */
export const ACCOUNTS: GraphQlDocument = gql`
  query executiveAccounts($where: Account_Filter, $orderBy: Account_OrderBy, $first: Int, $after: String) {
    uiapi {
      query {
        Account(where: $where, orderBy: $orderBy, first: $first, after: $after) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Risk_Band__c {
                value
              }
              CS_ARR__c {
                value
              }
              CS_Health__c {
                value
              }
              CS_Renewal_Date__c {
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
      aggregate {
        Account(where: $where, groupBy: { CS_Risk_Band__c: { group: true } }, first: 50) {
          edges {
            node {
              aggregate {
                CS_Risk_Band__c {
                  value
                }
                Id {
                  count {
                    value
                  }
                }
                CS_ARR__c {
                  sum {
                    value
                  }
                  count {
                    value
                  }
                }
                CS_Health__c {
                  sum {
                    value
                  }
                  count {
                    value
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;

/** The customers behind a number as they were on the first day of a month. */
export const SNAPSHOTS: GraphQlDocument = gql`
  query executiveSnapshots(
    $where: CS_Account_Snapshot__c_Filter
    $orderBy: CS_Account_Snapshot__c_OrderBy
    $first: Int
    $after: String
  ) {
    uiapi {
      query {
        CS_Account_Snapshot__c(where: $where, orderBy: $orderBy, first: $first, after: $after) {
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
                CS_ARR__c {
                  value
                }
                CS_Status__c {
                  value
                }
              }
              CS_Risk_Band__c {
                value
              }
              CS_ARR__c {
                value
              }
              CS_ARR_Year_Ago__c {
                value
              }
              CS_Retained_ARR__c {
                value
              }
              CS_Health__c {
                value
              }
              CS_Renewal_Date__c {
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
      aggregate {
        CS_Account_Snapshot__c(where: $where, groupBy: { CS_Risk_Band__c: { group: true } }, first: 50) {
          edges {
            node {
              aggregate {
                CS_Risk_Band__c {
                  value
                }
                Id {
                  count {
                    value
                  }
                }
                CS_ARR__c {
                  sum {
                    value
                  }
                  count {
                    value
                  }
                }
                CS_Health__c {
                  sum {
                    value
                  }
                  count {
                    value
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;
