import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';
import { toValues } from 'c/csScoringSettings';
import type { ScoringValue, ScoringValues } from 'c/csScoringSettings';

interface Value<Type> {
  value: Type | null;
}

interface Connection<Node> {
  edges: { node: Node }[];
}

interface VersionNode {
  Id: string;
  Name: Value<string>;
  CS_Version__c: Value<string>;
  CS_Active__c?: Value<boolean>;
  CS_Activated_On__c?: Value<string>;
  CS_Activated_By__r?: { Name?: Value<string> } | null;
  CS_Reason__c?: Value<string>;
  CS_Roll_Up__c?: Value<string>;
  CreatedDate: Value<string>;
}

interface FactorNode {
  CS_Config__c: Value<string>;
  CS_Factor__c: Value<string>;
  CS_Setting__c: Value<string>;
  CS_Tier__c?: Value<string>;
  CS_Value__c: Value<number>;
  CS_Rationale__c?: Value<string>;
}

/** The answer to `SCORING_VERSIONS`. */
export interface VersionsData {
  uiapi: {
    query: { active: Connection<VersionNode>; versions: Connection<VersionNode> & { totalCount: number } };
  };
}

/** The answer to `SCORING_VALUES`. */
export interface ValuesData {
  uiapi: { query: { factors: Connection<FactorNode> } };
}

/** A version of the scoring configuration. */
export interface Version {
  id: string;
  name: string;
  version: string;
  /** Whether scores are made with it: of several active ones it is the one activated last. */
  isActive: boolean;
  /** When it was made the active one, else when it was made; ISO 8601. */
  at: string;
  by: string | null;
  reason: string;
  /** How child accounts are rolled up; null where they are not. */
  rollUp: string | null;
}

/** The active version and the newest ones: as many as their values fit into one answer. */
export const SCORING_VERSIONS: GraphQlDocument = gql`
  query scoringVersions($isActive: Boolean) {
    uiapi {
      query {
        active: CS_Scoring_Config__c(
          where: { CS_Active__c: { eq: $isActive } }
          orderBy: { CS_Activated_On__c: { order: DESC, nulls: LAST } }
          first: 1
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Version__c {
                value
              }
              CS_Activated_On__c @optional {
                value
              }
              CS_Activated_By__r @optional {
                Name @optional {
                  value
                }
              }
              CS_Reason__c @optional {
                value
              }
              CS_Roll_Up__c @optional {
                value
              }
              CreatedDate {
                value
              }
            }
          }
        }
        versions: CS_Scoring_Config__c(orderBy: { CreatedDate: { order: DESC } }, first: 20) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Version__c {
                value
              }
              CS_Activated_On__c @optional {
                value
              }
              CS_Activated_By__r @optional {
                Name @optional {
                  value
                }
              }
              CS_Reason__c @optional {
                value
              }
              CS_Roll_Up__c @optional {
                value
              }
              CreatedDate {
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

/** All values of some versions. */
export const SCORING_VALUES: GraphQlDocument = gql`
  query scoringValues($ids: [ID]) {
    uiapi {
      query {
        factors: CS_Risk_Factor__c(where: { CS_Config__c: { in: $ids } }, first: 2000) {
          edges {
            node {
              Id
              CS_Config__c {
                value
              }
              CS_Factor__c {
                value
              }
              CS_Setting__c {
                value
              }
              CS_Tier__c @optional {
                value
              }
              CS_Value__c {
                value
              }
              CS_Rationale__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The versions in an answer: the active one first, then the newest. */
export function readVersions({ uiapi: { query } }: VersionsData): Version[] {
  const [active] = query.active.edges;
  const others = query.versions.edges.filter(({ node }) => node.Id !== active?.node.Id);
  return [
    ...(active ? [toVersion(active.node, true)] : []),
    ...others.map(({ node }) => toVersion(node, false)),
  ];
}

function toVersion(node: VersionNode, isActive: boolean): Version {
  return {
    id: node.Id,
    name: node.Name.value ?? '',
    version: node.CS_Version__c.value ?? '',
    isActive,
    at: node.CS_Activated_On__c?.value ?? node.CreatedDate.value ?? '',
    by: node.CS_Activated_By__r?.Name?.value ?? null,
    reason: node.CS_Reason__c?.value ?? '',
    rollUp: node.CS_Roll_Up__c?.value ?? null,
  };
}

/** The values of each version in an answer, by the id of the version. */
export function readValues({ uiapi: { query } }: ValuesData): Map<string, ScoringValues> {
  const lists = new Map<string, ScoringValue[]>();
  for (const { node } of query.factors.edges) {
    const id = node.CS_Config__c.value ?? '';
    lists.set(id, [...(lists.get(id) ?? []), toValue(node)]);
  }
  return new Map([...lists].map(([id, list]) => [id, toValues(list)]));
}

function toValue(node: FactorNode): ScoringValue {
  return {
    factor: node.CS_Factor__c.value ?? '',
    setting: node.CS_Setting__c.value ?? '',
    tier: node.CS_Tier__c?.value ?? null,
    value: node.CS_Value__c.value ?? Number.NaN,
    reason: node.CS_Rationale__c?.value ?? '',
  };
}
