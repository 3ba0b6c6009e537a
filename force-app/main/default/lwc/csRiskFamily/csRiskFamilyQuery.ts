import { gql } from 'lightning/graphql';

/**
 * An account with the accounts below it, the worst 200 first. Four levels: an org follows five relationships upwards at
 * most (https://developer.salesforce.com/docs/platform/graphql/guide/query-limits.html).
 */
export const FAMILY_ACCOUNTS = gql`
  query familyAccounts($accountId: ID) {
    uiapi {
      query {
        Account(
          where: {
            or: [
              { Id: { eq: $accountId } }
              { ParentId: { eq: $accountId } }
              { Parent: { ParentId: { eq: $accountId } } }
              { Parent: { Parent: { ParentId: { eq: $accountId } } } }
              { Parent: { Parent: { Parent: { ParentId: { eq: $accountId } } } } }
            ]
          }
          orderBy: { CS_Risk_Score__c: { order: DESC, nulls: LAST }, Id: { order: ASC } }
          first: 200
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Status__c @optional {
                value
              }
              CS_ARR__c @optional {
                value
              }
              CS_Risk_Score__c @optional {
                value
              }
              CS_Risk_Band__c @optional {
                value
              }
            }
          }
          totalCount
        }
      }
    }
  }
`;
