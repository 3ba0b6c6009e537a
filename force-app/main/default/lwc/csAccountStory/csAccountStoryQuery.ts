import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** Records of each kind in one request; what is older is read by whoever needs it, from the cursor on. */
export const STORY_PAGE_SIZES = {
  scores: 500,
  answers: 200,
  changes: 200,
  runs: 50,
  // As many as 50 runs can have, so that no run is taken for finished because a step was not read.
  steps: 600,
  playbooks: 100,
  tickets: 200,
  // A year of weeks.
  usage: 60,
  alerts: 100,
  // The last one counts.
  overrides: 1,
};

/** The variables of `ACCOUNT_STORY`. Every component passes the same, so that the page asks once. */
export function storyVariables(accountId: string | undefined): { accountId: string } | undefined {
  return accountId ? { accountId } : undefined;
}

/** The latest health scores, NPS answers, changes, playbook runs, cases, usage, open alerts and the band set by hand, and the active playbooks. */
export const ACCOUNT_STORY: GraphQlDocument = gql`
  query accountStory($accountId: ID) {
    uiapi {
      query {
        scores: CS_Health_Score__c(
          where: { CS_Account__c: { eq: $accountId } }
          orderBy: { CS_Scored_On__c: { order: DESC }, Id: { order: DESC } }
          first: 500
        ) {
          edges {
            node {
              Id
              CS_Score__c {
                value
              }
              CS_Scored_On__c {
                value
              }
              CS_Source__c {
                value
              }
              CS_Comment__c @optional {
                value
              }
              LastModifiedBy @optional {
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
        answers: CS_NPS_Response__c(
          where: { CS_Account__c: { eq: $accountId } }
          orderBy: { CS_Responded_On__c: { order: DESC }, Id: { order: DESC } }
          first: 200
        ) {
          edges {
            node {
              Id
              CS_Score__c {
                value
              }
              CS_Responded_On__c {
                value
              }
              CS_Category__c @optional {
                value
              }
              CS_Survey__c @optional {
                value
              }
              CS_Comment__c @optional {
                value
              }
              CS_Contact__c @optional {
                value
              }
              CS_Contact__r @optional {
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
        changes: CS_Account_Change__c(
          where: { CS_Account__c: { eq: $accountId } }
          orderBy: { CS_Changed_On__c: { order: DESC }, Id: { order: DESC } }
          first: 200
        ) {
          edges {
            node {
              Id
              CS_Type__c {
                value
              }
              CS_From__c @optional {
                value
              }
              CS_To__c @optional {
                value
              }
              CS_Changed_On__c {
                value
              }
              CS_Reason__c @optional {
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
        runs: CS_Playbook_Run__c(
          where: { CS_Account__c: { eq: $accountId } }
          orderBy: { CS_Started_On__c: { order: DESC }, Id: { order: DESC } }
          first: 50
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Playbook__c @optional {
                value
              }
              CS_Playbook_Version__c {
                value
              }
              CS_Status__c {
                value
              }
              CS_Started_On__c {
                value
              }
              CS_Completed_On__c @optional {
                value
              }
              CS_Assigned_To__c @optional {
                value
              }
              CS_Assigned_To__r @optional {
                Name {
                  value
                }
              }
              CS_Reason__c @optional {
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
        steps: CS_Playbook_Run_Step__c(
          where: { CS_Run__r: { CS_Account__c: { eq: $accountId } } }
          orderBy: { CS_Due_On__c: { order: DESC, nulls: LAST }, Id: { order: DESC } }
          first: 600
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Run__c {
                value
              }
              CS_Order__c {
                value
              }
              CS_Instructions__c @optional {
                value
              }
              CS_Action__c {
                value
              }
              CS_Status__c {
                value
              }
              CS_Due_On__c @optional {
                value
              }
              CS_Assigned_To__c @optional {
                value
              }
              CS_Assigned_To__r @optional {
                Name {
                  value
                }
              }
              CS_Completed_On__c @optional {
                value
              }
              CS_Completed_By__c @optional {
                value
              }
              CS_Completed_By__r @optional {
                Name {
                  value
                }
              }
              CS_Outcome__c @optional {
                value
              }
              CS_Related_Id__c @optional {
                value
              }
              LastModifiedDate @optional {
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
        playbooks: CS_Playbook__c(
          where: { CS_Active__c: { eq: true } }
          orderBy: { Name: { order: ASC } }
          first: 100
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Description__c @optional {
                value
              }
              CS_Trigger__c {
                value
              }
              CS_Trigger_Band__c @optional {
                value
              }
              CS_Trigger_Days__c @optional {
                value
              }
              CS_Version__c {
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
        alerts: CS_Alert__c(
          where: { CS_Account__c: { eq: $accountId }, CS_Resolved_On__c: { eq: null } }
          orderBy: { CS_Severity__c: { order: ASC }, CS_Raised_On__c: { order: DESC }, Id: { order: DESC } }
          first: 100
        ) @optional {
          edges {
            node {
              Id
              CS_Account__c {
                value
              }
              CS_Type__c {
                value
              }
              CS_Severity__c {
                value
              }
              CS_Message__c @optional {
                value
              }
              CS_Raised_On__c {
                value
              }
              CS_Read_On__c @optional {
                value
              }
              CS_Snoozed_Until__c @optional {
                value
              }
              CS_Escalated_On__c @optional {
                value
              }
              CS_Escalated_To__c @optional {
                value
              }
              CS_Escalated_To__r @optional {
                Name {
                  value
                }
              }
              CS_Recipient__c @optional {
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
              LastModifiedDate @optional {
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
        overrides: CS_Risk_Override__c(
          where: { CS_Account__c: { eq: $accountId } }
          orderBy: { CreatedDate: { order: DESC }, Id: { order: DESC } }
          first: 1
        ) @optional {
          edges {
            node {
              Id
              CS_Band__c {
                value
              }
              CS_Reason__c {
                value
              }
              CS_Expires_On__c {
                value
              }
              CS_Ended_On__c @optional {
                value
              }
              CreatedDate {
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
          totalCount
        }
        tickets: Case(
          where: { AccountId: { eq: $accountId } }
          orderBy: { IsClosed: { order: ASC }, CreatedDate: { order: DESC }, Id: { order: DESC } }
          first: 200
        ) @optional {
          edges {
            node {
              Id
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
              IsClosed {
                value
              }
              IsEscalated {
                value
              }
              CreatedDate {
                value
              }
              CS_Opened_On__c @optional {
                value
              }
              CS_Ticket_URL__c @optional {
                value
              }
              CS_Satisfaction__c @optional {
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
        usage: CS_Usage_Snapshot__c(
          where: { CS_Account__c: { eq: $accountId } }
          orderBy: { CS_Period_Start__c: { order: DESC }, Id: { order: DESC } }
          first: 60
        ) @optional {
          edges {
            node {
              Id
              CS_Period_Start__c {
                value
              }
              CS_Period_Days__c {
                value
              }
              CS_Active_Users__c @optional {
                value
              }
              CS_Licensed_Seats__c @optional {
                value
              }
              CS_Logins__c @optional {
                value
              }
              CS_API_Calls__c @optional {
                value
              }
              CS_Features_Used__c @optional {
                value
              }
              CS_Features__c @optional {
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
    }
  }
`;
