import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';
import type { Draft, DraftStep } from 'c/csPlaybookBuilderDraft';

interface Value<Type> {
  value: Type | null;
}

interface PlaybookNode {
  Id: string;
  Name: Value<string>;
  CS_Description__c?: Value<string>;
  CS_Trigger__c: Value<string>;
  CS_Trigger_Band__c?: Value<string>;
  CS_Trigger_Days__c?: Value<number>;
  CS_Active__c?: Value<boolean>;
  CS_Auto_Start__c?: Value<boolean>;
  CS_Version__c: Value<number>;
  LastModifiedDate: Value<string>;
}

interface StepNode {
  Id: string;
  Name: Value<string>;
  CS_Playbook__c: Value<string>;
  CS_Order__c: Value<number>;
  CS_Instructions__c?: Value<string>;
  CS_Action__c: Value<string>;
  CS_Due_In_Days__c: Value<number>;
}

interface Connection<Node> {
  edges: { node: Node }[];
}

/** The answer to `PLAYBOOK_LIBRARY`. */
export interface LibraryData {
  uiapi: {
    query: {
      playbooks: Connection<PlaybookNode>;
      steps: Connection<StepNode>;
      runs: Connection<{ CS_Playbook__c?: Value<string> }>;
    };
  };
}

/** A playbook of the org. */
export interface Playbook extends Draft {
  id: string;
  /** ISO 8601; tells whether someone else has changed it meanwhile. */
  modifiedAt: string;
  /** Steps of order 0: not in use, taken for the next new ones. */
  spareIds: string[];
  /** Runs under way that the user can see. */
  running: number;
}

/** Every playbook with its steps, and what runs. */
export const PLAYBOOK_LIBRARY: GraphQlDocument = gql`
  query playbookLibrary($status: Picklist) {
    uiapi {
      query {
        playbooks: CS_Playbook__c(orderBy: { Name: { order: ASC } }, first: 200) {
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
              CS_Active__c @optional {
                value
              }
              CS_Auto_Start__c @optional {
                value
              }
              CS_Version__c {
                value
              }
              LastModifiedDate {
                value
              }
            }
          }
        }
        steps: CS_Playbook_Step__c(orderBy: { CS_Order__c: { order: ASC } }, first: 2000) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Playbook__c {
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
        runs: CS_Playbook_Run__c(where: { CS_Status__c: { eq: $status } }, first: 2000) {
          edges {
            node {
              Id
              CS_Playbook__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The playbooks in an answer, by name. */
export function readLibrary({ uiapi: { query } }: LibraryData): Playbook[] {
  const steps = query.steps.edges.map(({ node }) => node);
  const runs = query.runs.edges.map(({ node }) => node.CS_Playbook__c?.value);
  return query.playbooks.edges.map(({ node }) => {
    const own = steps.filter((step) => step.CS_Playbook__c.value === node.Id);
    const isUsed = (step: StepNode) => (step.CS_Order__c.value ?? 0) > 0;
    return {
      ...readHead(node),
      steps: own.filter(isUsed).map(readStep),
      spareIds: own.filter((step) => !isUsed(step)).map(({ Id }) => Id),
      running: runs.filter((id) => id === node.Id).length,
    };
  });
}

function readHead(node: PlaybookNode) {
  return {
    id: node.Id,
    name: node.Name.value ?? '',
    description: node.CS_Description__c?.value ?? '',
    trigger: node.CS_Trigger__c.value ?? 'None',
    triggerBand: node.CS_Trigger_Band__c?.value ?? null,
    triggerDays: node.CS_Trigger_Days__c?.value ?? null,
    isActive: node.CS_Active__c?.value ?? false,
    autoStart: node.CS_Auto_Start__c?.value ?? false,
    version: node.CS_Version__c.value ?? 1,
    modifiedAt: node.LastModifiedDate.value ?? '',
  };
}

function readStep(node: StepNode): DraftStep {
  return {
    key: node.Id,
    id: node.Id,
    name: node.Name.value ?? '',
    instructions: node.CS_Instructions__c?.value ?? '',
    action: (node.CS_Action__c.value ?? 'None') as DraftStep['action'],
    dueInDays: node.CS_Due_In_Days__c.value ?? 0,
  };
}
