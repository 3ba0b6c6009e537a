import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';
import type { LastOverride } from 'c/csRiskOverride';

/** The answer to `RISK_BESIDE`; a part is missing for who may not read its object. */
export interface RiskBesideData {
  uiapi: {
    query: {
      overrides?: { edges: { node: OverrideNode }[] };
      workloads?: { edges: { node: { CS_As_Of__c: { value: string | null } } }[] };
    };
  };
}

interface OverrideNode {
  Id: string;
  CS_Band__c: { value: string | null };
  CS_Reason__c: { value: string | null };
  CS_Expires_On__c: { value: string | null };
  CS_Ended_On__c?: { value: string | null };
  CreatedDate: { value: string | null };
  CreatedBy?: { Name: { value: string | null } } | null;
}

/** What stands beside a score: the band last set by hand, and the day on which the companion last ran. */
export interface RiskBeside {
  /** Null where none was ever set; undefined for who may not read it. */
  override: LastOverride | null | undefined;
  /** Null where nothing tells. */
  lastRunOn: string | null;
}

/**
 * The band last set by hand on an account, and the newest workload: the companion writes one on every day on which it
 * runs, so that it tells of a score that did not change whether it was looked at again.
 */
export const RISK_BESIDE: GraphQlDocument = gql`
  query riskBeside($accountId: ID) {
    uiapi {
      query {
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
        }
        workloads: CS_Workload__c(orderBy: { CS_As_Of__c: { order: DESC } }, first: 1) @optional {
          edges {
            node {
              CS_As_Of__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** Reads what stands beside a score. */
export function readBeside({ uiapi }: RiskBesideData): RiskBeside {
  const { overrides, workloads } = uiapi.query;
  const last = overrides?.edges[0]?.node;
  return {
    override: overrides && (last ? readOverride(last) : null),
    lastRunOn: workloads?.edges[0]?.node.CS_As_Of__c.value ?? null,
  };
}

function readOverride(node: OverrideNode): LastOverride {
  return {
    id: node.Id,
    band: node.CS_Band__c.value ?? '',
    reason: node.CS_Reason__c.value ?? '',
    by: node.CreatedBy?.Name.value ?? '',
    setOn: (node.CreatedDate.value ?? '').slice(0, 10),
    expiresOn: node.CS_Expires_On__c.value ?? '',
    endedAt: node.CS_Ended_On__c?.value ?? null,
  };
}
