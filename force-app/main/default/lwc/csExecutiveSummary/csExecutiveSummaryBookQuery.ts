import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** The book of one CSM, added up by the org, for who may not read the totals of all customers. */
export const BOOK: GraphQlDocument = gql`
  query executiveBook(
    $customers: Account_Filter
    $renewing: Account_Filter
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
        customers: Account(where: $customers, groupBy: { CS_Risk_Band__c: { group: true } }, first: 50) {
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
        renewing: Account(where: $renewing, groupBy: { CS_Risk_Band__c: { group: true } }, first: 50) {
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
