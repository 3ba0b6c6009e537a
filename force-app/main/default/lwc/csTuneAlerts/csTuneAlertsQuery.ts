import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';
import type { AlertRule } from 'c/csTuneAlertsForm';

interface Value<Type> {
  value: Type | null;
}

interface Connection<Node> {
  edges: { node: Node }[];
}

interface RuleNode {
  Id: string;
  Name: Value<string>;
  LastModifiedDate: Value<string>;
  CS_Type__c: Value<string>;
  CS_Active__c?: Value<boolean>;
  CS_Severity__c: Value<string>;
  CS_Recipient__c: Value<string>;
  CS_Threshold__c?: Value<number>;
  CS_Delivery__c: Value<string>;
  CS_Bell__c?: Value<boolean>;
  CS_Email__c?: Value<boolean>;
  CS_Quiet_From__c?: Value<number>;
  CS_Quiet_To__c?: Value<number>;
  CS_Escalate_After_Days__c?: Value<number>;
  CS_Rationale__c?: Value<string>;
}

interface ChangeNode {
  Id: string;
  CreatedDate: Value<string>;
  CreatedBy?: { Name?: Value<string> } | null;
  CS_Subject__c: Value<string>;
  CS_What__c?: Value<string>;
  CS_Reason__c: Value<string>;
}

/** The answer to `ALERT_RULES`. */
export interface RulesData {
  uiapi: { query: { rules: Connection<RuleNode>; changes: Connection<ChangeNode> } };
}

/** Something an admin changed here, in the log. */
export interface LoggedChange {
  id: string;
  at: string;
  by: string;
  subject: string;
  what: string[];
  reason: string;
}

/** Every rule, and what was changed last. */
export const ALERT_RULES: GraphQlDocument = gql`
  query alertRules($area: Picklist) {
    uiapi {
      query {
        rules: CS_Alert_Rule__c(orderBy: { Name: { order: ASC } }, first: 200) {
          edges {
            node {
              Id
              Name {
                value
              }
              LastModifiedDate {
                value
              }
              CS_Type__c {
                value
              }
              CS_Active__c @optional {
                value
              }
              CS_Severity__c {
                value
              }
              CS_Recipient__c {
                value
              }
              CS_Threshold__c @optional {
                value
              }
              CS_Delivery__c {
                value
              }
              CS_Bell__c @optional {
                value
              }
              CS_Email__c @optional {
                value
              }
              CS_Quiet_From__c @optional {
                value
              }
              CS_Quiet_To__c @optional {
                value
              }
              CS_Escalate_After_Days__c @optional {
                value
              }
              CS_Rationale__c @optional {
                value
              }
            }
          }
        }
        changes: CS_Setup_Change__c(
          where: { CS_Area__c: { eq: $area } }
          orderBy: { CreatedDate: { order: DESC } }
          first: 20
        ) {
          edges {
            node {
              Id
              CreatedDate {
                value
              }
              CreatedBy @optional {
                Name @optional {
                  value
                }
              }
              CS_Subject__c {
                value
              }
              CS_What__c @optional {
                value
              }
              CS_Reason__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** Changes a rule and says so in the log: both or neither. */
export const SAVE_RULE: GraphQlDocument = gql`
  mutation saveRule($rule: CS_Alert_Rule__cUpdateInput!, $log: CS_Setup_Change__cCreateInput!) {
    uiapi {
      rule: CS_Alert_Rule__cUpdate(input: $rule) {
        Record {
          Id
        }
      }
      log: CS_Setup_Change__cCreate(input: $log) {
        Record {
          Id
        }
      }
    }
  }
`;

/** The rules in an answer, by name. */
export function readRules({ uiapi: { query } }: RulesData): AlertRule[] {
  return query.rules.edges.map(({ node }) => ({
    id: node.Id,
    name: node.Name.value ?? '',
    modifiedAt: node.LastModifiedDate.value ?? '',
    type: node.CS_Type__c.value ?? '',
    isActive: node.CS_Active__c?.value ?? false,
    severity: node.CS_Severity__c.value ?? '',
    recipient: node.CS_Recipient__c.value ?? '',
    threshold: node.CS_Threshold__c?.value ?? null,
    delivery: node.CS_Delivery__c.value ?? '',
    bell: node.CS_Bell__c?.value ?? false,
    email: node.CS_Email__c?.value ?? false,
    quietFrom: node.CS_Quiet_From__c?.value ?? null,
    quietTo: node.CS_Quiet_To__c?.value ?? null,
    escalateAfterDays: node.CS_Escalate_After_Days__c?.value ?? null,
    rationale: node.CS_Rationale__c?.value ?? '',
  }));
}

/** The log in an answer, the newest first. */
export function readChanges({ uiapi: { query } }: RulesData): LoggedChange[] {
  return query.changes.edges.map(({ node }) => ({
    id: node.Id,
    at: node.CreatedDate.value ?? '',
    by: node.CreatedBy?.Name?.value ?? 'Unknown',
    subject: node.CS_Subject__c.value ?? '',
    what: (node.CS_What__c?.value ?? '').split('\n').filter(Boolean),
    reason: node.CS_Reason__c.value ?? '',
  }));
}
