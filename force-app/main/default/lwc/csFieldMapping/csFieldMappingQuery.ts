import { gql } from 'lightning/graphql';

/** A mapping as it is kept in the org. */
export interface Mapping {
  id: string;
  target: string;
  source: string;
  values: string | null;
  highest: number | null;
  isActive: boolean;
  /** What the companion said of it; null until it has read it. */
  state: string | null;
  message: string | null;
  checkedOn: string | null;
}

interface Value<Type> {
  value: Type;
}

interface Node {
  Id: string;
  CS_Target__c: Value<string>;
  CS_Source__c: Value<string>;
  CS_Values__c: Value<string | null>;
  CS_Highest__c: Value<number | null>;
  CS_Active__c: Value<boolean>;
  CS_State__c: Value<string | null>;
  CS_Message__c: Value<string | null>;
  CS_Checked_On__c: Value<string | null>;
}

/** What the org answers. */
export interface MappingsAnswer {
  uiapi?: { query?: { CS_Field_Mapping__c?: { edges?: { node: Node }[] } } };
}

/** Every mapping of the org: one for each field of Tenure at most. */
export const MAPPINGS = gql`
  query fieldMappings {
    uiapi {
      query {
        CS_Field_Mapping__c(orderBy: { CreatedDate: { order: ASC } }, first: 100) {
          edges {
            node {
              Id
              CS_Target__c {
                value
              }
              CS_Source__c {
                value
              }
              CS_Values__c {
                value
              }
              CS_Highest__c {
                value
              }
              CS_Active__c {
                value
              }
              CS_State__c {
                value
              }
              CS_Message__c {
                value
              }
              CS_Checked_On__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The mappings in an answer. */
export function mappingsIn(answer: MappingsAnswer): Mapping[] {
  return (answer.uiapi?.query?.CS_Field_Mapping__c?.edges ?? []).map(({ node }) => ({
    id: node.Id,
    target: node.CS_Target__c.value,
    source: node.CS_Source__c.value,
    values: node.CS_Values__c.value,
    highest: node.CS_Highest__c.value,
    isActive: node.CS_Active__c.value,
    state: node.CS_State__c.value,
    message: node.CS_Message__c.value,
    checkedOn: node.CS_Checked_On__c.value,
  }));
}
