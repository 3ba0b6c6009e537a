import { gql } from 'lightning/graphql';

/** A template of the list, with all that its form and its preview need. */
export interface TemplateRow {
  id: string;
  name: string;
  type: string;
  subject: string | null;
  body: string;
  isActive: boolean;
  changedOn: string;
}

/** A page of the list. */
export interface TemplatePage {
  rows: TemplateRow[];
  total: number;
  /** Where the next page begins; undefined on the last one. */
  next: string | undefined;
}

interface Value<Type> {
  value: Type;
}

interface Node {
  Id: string;
  Name: Value<string>;
  CS_Type__c: Value<string>;
  CS_Subject__c: Value<string | null>;
  CS_Body__c: Value<string | null>;
  CS_Active__c: Value<boolean>;
  LastModifiedDate: Value<string>;
}

/** What the org answers. */
export interface TemplatesAnswer {
  uiapi?: {
    query?: {
      CS_Template__c?: {
        edges?: { node: Node }[];
        totalCount?: number;
        pageInfo?: { hasNextPage: boolean; endCursor: string | null };
      };
    };
  };
}

/** One page of the templates that match, by name. */
export const TEMPLATES = gql`
  query templates($search: String, $types: [Picklist], $active: Boolean, $after: String) {
    uiapi {
      query {
        CS_Template__c(
          where: {
            and: [
              { CS_Active__c: { eq: $active } }
              { CS_Type__c: { in: $types } }
              { Name: { like: $search } }
            ]
          }
          orderBy: { Name: { order: ASC } }
          first: 50
          after: $after
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_Type__c {
                value
              }
              CS_Subject__c {
                value
              }
              CS_Body__c {
                value
              }
              CS_Active__c {
                value
              }
              LastModifiedDate {
                value
              }
            }
          }
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`;

/** The page in an answer. */
export function pageIn(answer: TemplatesAnswer): TemplatePage {
  const connection = answer.uiapi?.query?.CS_Template__c;
  const rows = (connection?.edges ?? []).map(({ node }) => rowOf(node));
  const { hasNextPage = false, endCursor = null } = connection?.pageInfo ?? {};
  return {
    rows,
    total: connection?.totalCount ?? rows.length,
    next: hasNextPage ? (endCursor ?? undefined) : undefined,
  };
}

function rowOf(node: Node): TemplateRow {
  return {
    id: node.Id,
    name: node.Name.value,
    type: node.CS_Type__c.value,
    subject: node.CS_Subject__c.value,
    body: node.CS_Body__c.value ?? '',
    isActive: node.CS_Active__c.value,
    changedOn: node.LastModifiedDate.value,
  };
}
