import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** The totals of a segment day by day, the newest first, and which segments there are. */
export const TOTALS: GraphQlDocument = gql`
  query executiveTotals($where: CS_Executive_Snapshot__c_Filter, $first: Int, $segments: Int) {
    uiapi {
      query {
        totals: CS_Executive_Snapshot__c(
          where: $where
          orderBy: { CS_As_Of__c: { order: DESC } }
          first: $first
        ) {
          edges {
            node {
              Id
              CS_As_Of__c {
                value
              }
              CS_Accounts__c {
                value
              }
              CS_ARR__c {
                value
              }
              CS_Without_ARR__c {
                value
              }
              CS_ARR_At_Risk__c {
                value
              }
              CS_Renewals_90d__c {
                value
              }
              CS_Renewals_90d_ARR__c {
                value
              }
              CS_Forecast_90d__c {
                value
              }
              CS_ARR_Year_Ago__c {
                value
              }
              CS_Retained_ARR__c {
                value
              }
              CS_ARR_Of_Year_Ago_Customers__c {
                value
              }
              CS_Without_History__c {
                value
              }
              CS_GRR__c {
                value
              }
              CS_NRR__c {
                value
              }
              CS_Health__c {
                value
              }
              CS_Without_Health__c {
                value
              }
              CS_Healthy__c {
                value
              }
              CS_Watch__c {
                value
              }
              CS_At_Risk__c {
                value
              }
              CS_Unscored__c {
                value
              }
              CS_NPS__c {
                value
              }
              CS_Promoters__c {
                value
              }
              CS_Passives__c {
                value
              }
              CS_Detractors__c {
                value
              }
              CS_Open_Alerts__c {
                value
              }
              CS_Expected_Healthy__c {
                value
              }
              CS_Expected_Watch__c {
                value
              }
              CS_Expected_At_Risk__c {
                value
              }
              CS_Expected_Unscored__c {
                value
              }
              CS_Movers__c {
                value
              }
            }
          }
        }
        segments: CS_Executive_Snapshot__c(
          where: { CS_Scope__c: { ne: "All" } }
          orderBy: { CS_As_Of__c: { order: DESC } }
          first: $segments
        ) {
          edges {
            node {
              Id
              CS_As_Of__c {
                value
              }
              CS_Scope__c {
                value
              }
              CS_Scope_Value__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
