import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';
import type { StepAction } from 'c/csPlaybookRules';

interface Value<Type> {
  value: Type | null;
}

interface PlanNode {
  Id: string;
  Name: Value<string>;
  CS_Order__c: Value<number>;
  CS_Instructions__c?: Value<string>;
  CS_Action__c: Value<string>;
  CS_Due_In_Days__c: Value<number>;
}

/** A step as its playbook has it. */
export interface PlannedStep {
  name: string;
  instructions: string;
  action: StepAction;
  dueInDays: number;
}

/** A playbook as it is at this moment: version and steps in one answer, so that they belong together. */
export interface Plan {
  id: string;
  name: string;
  version: number;
  steps: PlannedStep[];
}

/** A playbook with the steps in use; a step of order 0 is one that the builder took out. */
export const PLAYBOOK_PLAN: GraphQlDocument = gql`
  query playbookPlan($playbookId: ID) {
    uiapi {
      query {
        playbook: CS_Playbook__c(where: { Id: { eq: $playbookId } }, first: 1) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Version__c {
                value
              }
            }
          }
        }
        steps: CS_Playbook_Step__c(
          where: { CS_Playbook__c: { eq: $playbookId }, CS_Order__c: { gt: 0 } }
          orderBy: { CS_Order__c: { order: ASC } }
          first: 100
        ) {
          edges {
            node {
              Id
              Name {
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
              CS_Due_In_Days__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The answer to `PLAYBOOK_PLAN`. */
export interface PlanData {
  uiapi: {
    query: {
      playbook: { edges: { node: { Id: string; Name: Value<string>; CS_Version__c: Value<number> } }[] };
      steps: { edges: { node: PlanNode }[] };
    };
  };
}

/** The plan in an answer; undefined for a playbook that is no more. */
export function readPlan({ uiapi: { query } }: PlanData): Plan | undefined {
  const playbook = query.playbook.edges[0]?.node;
  if (!playbook) return undefined;
  return {
    id: playbook.Id,
    name: playbook.Name.value ?? '',
    version: playbook.CS_Version__c.value ?? 1,
    steps: query.steps.edges.map(({ node }) => ({
      name: node.Name.value ?? '',
      instructions: node.CS_Instructions__c?.value ?? '',
      action: (node.CS_Action__c.value ?? 'None') as StepAction,
      dueInDays: node.CS_Due_In_Days__c.value ?? 0,
    })),
  };
}
