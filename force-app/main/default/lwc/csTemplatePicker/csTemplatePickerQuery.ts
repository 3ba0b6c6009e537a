import { gql } from 'lightning/graphql';

/** A template as a form needs it. */
export interface Template {
  id: string;
  name: string;
  subject: string | null;
  body: string;
}

interface Value<Type> {
  value: Type;
}

/** What the org answers. */
export interface TemplateAnswer {
  uiapi?: {
    query?: {
      CS_Template__c?: {
        edges?: {
          node: {
            Id: string;
            Name: Value<string>;
            CS_Subject__c: Value<string | null>;
            CS_Body__c: Value<string | null>;
          };
        }[];
      };
    };
  };
}

/** The first templates by name: who does not see hers types on. */
export const TEMPLATE_SEARCH = gql`
  query searchTemplates($type: Picklist, $search: String) {
    uiapi {
      query {
        CS_Template__c(
          where: {
            and: [{ CS_Active__c: { eq: true } }, { CS_Type__c: { eq: $type } }, { Name: { like: $search } }]
          }
          orderBy: { Name: { order: ASC } }
          first: 10
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Subject__c {
                value
              }
              CS_Body__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The templates in an answer. */
export function templatesIn(answer: TemplateAnswer): Template[] {
  const edges = answer.uiapi?.query?.CS_Template__c?.edges ?? [];
  return edges.map(({ node }) => ({
    id: node.Id,
    name: node.Name.value,
    subject: node.CS_Subject__c.value,
    body: node.CS_Body__c.value ?? '',
  }));
}
