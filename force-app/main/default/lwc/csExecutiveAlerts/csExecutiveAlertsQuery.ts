import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

interface Value<Type> {
  value: Type | null;
}

interface AlertNode {
  Id: string;
  CS_Account__c: Value<string>;
  CS_Account__r: { Name: Value<string> } | null;
  CS_Severity__c: Value<string>;
  CS_Raised_On__c: Value<string>;
}

/** Alerts, those raised first at the top. */
export const ALERTS: GraphQlDocument = gql`
  query executiveAlerts($where: CS_Alert__c_Filter, $first: Int, $after: String) {
    uiapi {
      query {
        CS_Alert__c(
          where: $where
          orderBy: { CS_Raised_On__c: { order: ASC } }
          first: $first
          after: $after
        ) {
          edges {
            node {
              Id
              CS_Account__c {
                value
              }
              CS_Account__r {
                Name {
                  value
                }
              }
              CS_Severity__c {
                value
              }
              CS_Raised_On__c {
                value
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`;

/** The answer to `ALERTS`. */
export interface AlertsData {
  uiapi: {
    query: {
      CS_Alert__c: {
        edges: { node: AlertNode }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    };
  };
}

/** One alert that was open. */
export interface OpenAlert {
  id: string;
  accountId: string;
  accountName: string;
  severity: string | null;
  /** When it was raised, UTC. */
  raisedOn: string | null;
}

/** Reads one page. */
export function readAlerts(data: AlertsData): { alerts: OpenAlert[]; nextCursor: string | null } {
  const { edges, pageInfo } = data.uiapi.query.CS_Alert__c;
  const alerts = edges.map(({ node }) => ({
    id: node.Id,
    accountId: node.CS_Account__c.value ?? '',
    accountName: node.CS_Account__r?.Name.value ?? '',
    severity: node.CS_Severity__c.value,
    raisedOn: node.CS_Raised_On__c.value,
  }));
  return { alerts, nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}
