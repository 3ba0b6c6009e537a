import type { AlertNode } from 'c/csAlertRecord';

/** One page of records as GraphQL answers it. */
export interface Connection<Node> {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

/** A field as GraphQL answers it; one that the user may not read is left out. */
export interface Value<Type> {
  value: Type | null;
}

interface Named {
  Name: Value<string>;
}

export interface ScoreNode {
  Id: string;
  CS_Score__c: Value<number>;
  CS_Scored_On__c: Value<string>;
  CS_Source__c: Value<string>;
  CS_Comment__c?: Value<string>;
  LastModifiedBy?: Named | null;
}

export interface AnswerNode {
  Id: string;
  CS_Score__c: Value<number>;
  CS_Responded_On__c: Value<string>;
  CS_Category__c?: Value<string>;
  CS_Survey__c?: Value<string>;
  CS_Comment__c?: Value<string>;
  CS_Contact__c?: Value<string>;
  CS_Contact__r?: Named | null;
}

export interface ChangeNode {
  Id: string;
  CS_Type__c: Value<string>;
  CS_From__c?: Value<string>;
  CS_To__c?: Value<string>;
  CS_Changed_On__c: Value<string>;
  CS_Reason__c?: Value<string>;
}

export interface RunNode {
  Id: string;
  Name: Value<string>;
  CS_Playbook__c?: Value<string>;
  CS_Playbook_Version__c: Value<number>;
  CS_Status__c: Value<string>;
  CS_Started_On__c: Value<string>;
  CS_Completed_On__c?: Value<string>;
  CS_Assigned_To__c?: Value<string>;
  CS_Assigned_To__r?: Named | null;
  CS_Reason__c?: Value<string>;
}

export interface StepNode {
  Id: string;
  Name: Value<string>;
  CS_Run__c: Value<string>;
  CS_Order__c: Value<number>;
  CS_Instructions__c?: Value<string>;
  CS_Action__c: Value<string>;
  CS_Status__c: Value<string>;
  CS_Due_On__c?: Value<string>;
  CS_Assigned_To__c?: Value<string>;
  CS_Assigned_To__r?: Named | null;
  CS_Completed_On__c?: Value<string>;
  CS_Completed_By__c?: Value<string>;
  CS_Completed_By__r?: Named | null;
  CS_Outcome__c?: Value<string>;
  CS_Related_Id__c?: Value<string>;
  LastModifiedDate?: Value<string>;
}

export interface PlaybookNode {
  Id: string;
  Name: Value<string>;
  CS_Description__c?: Value<string>;
  CS_Trigger__c: Value<string>;
  CS_Trigger_Band__c?: Value<string>;
  CS_Trigger_Days__c?: Value<number>;
  CS_Version__c: Value<number>;
}

export interface OverrideNode {
  Id: string;
  CS_Band__c: Value<string>;
  CS_Reason__c: Value<string>;
  CS_Expires_On__c: Value<string>;
  CS_Ended_On__c?: Value<string>;
  CreatedDate: Value<string>;
  CreatedBy?: Named | null;
}

export interface TicketNode {
  Id: string;
  CaseNumber: Value<string>;
  Subject?: Value<string>;
  Status?: Value<string>;
  Priority?: Value<string>;
  IsClosed: Value<boolean>;
  IsEscalated: Value<boolean>;
  CreatedDate: Value<string>;
  CS_Opened_On__c?: Value<string>;
  CS_Ticket_URL__c?: Value<string>;
  CS_Satisfaction__c?: Value<string>;
}

export interface UsageNode {
  Id: string;
  CS_Period_Start__c: Value<string>;
  CS_Period_Days__c: Value<number>;
  CS_Active_Users__c?: Value<number>;
  CS_Licensed_Seats__c?: Value<number>;
  CS_Logins__c?: Value<number>;
  CS_API_Calls__c?: Value<number>;
  CS_Features_Used__c?: Value<number>;
  CS_Features__c?: Value<string>;
}

/** The answer to `ACCOUNT_STORY`. */
export interface AccountStoryData {
  uiapi: {
    query: {
      scores: Connection<ScoreNode>;
      answers: Connection<AnswerNode>;
      changes: Connection<ChangeNode>;
      runs: Connection<RunNode>;
      steps: Connection<StepNode>;
      playbooks: Connection<PlaybookNode>;
      /** Absent for a user who may not read bands set by hand. */
      overrides?: Connection<OverrideNode>;
      /** Absent for a user who may not read cases. */
      tickets?: Connection<TicketNode>;
      /** Absent for a user who may not read usage. */
      usage?: Connection<UsageNode>;
      /** Absent for a user who may not read alerts. */
      alerts?: Connection<AlertNode>;
    };
  };
}
