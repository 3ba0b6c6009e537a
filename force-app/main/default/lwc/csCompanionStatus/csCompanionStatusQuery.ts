import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

interface Value<Type> {
  value: Type | null;
}

interface StatusNode {
  Id: string;
  CS_Reported_On__c: Value<string>;
  CS_Last_Run_On__c: Value<string>;
  CS_Last_Run_Ended__c: Value<string>;
  CS_Last_Run_Outcome__c: Value<string>;
  CS_Next_Run_On__c: Value<string>;
  CS_Data_As_Of__c: Value<string>;
  CS_API_Used__c: Value<number>;
  CS_API_Limit__c: Value<number>;
  CS_API_Share__c: Value<number>;
  CS_Failed_Records__c: Value<number>;
  CS_Accounts__c: Value<number>;
  CS_Stale_Accounts__c: Value<number>;
  CS_Runs__c: Value<string>;
  CS_Failures__c: Value<string>;
  CS_Problems__c: Value<string>;
  CS_Findings__c: Value<string>;
}

/** The answer to `COMPANION_STATUS`. */
export interface StatusData {
  uiapi: { query: { statuses: { edges: { node: StatusNode }[] } } };
}

/** One run, as the companion reports it. */
export interface Run {
  startedAt: string | null;
  seconds: number | null;
  state: string;
  scored: number;
  pushed: number;
  failed: number;
  full: boolean;
  error: string | null;
}

/** A write that the org refused for good. */
export interface Failure {
  object: string;
  key: string;
  /** The account that it belongs to, or the record that its kind belongs to. */
  parentId: string;
  attempts: number;
  at: string;
  error: string;
}

/** What a check of the companion's health found. */
export interface Finding {
  name: string;
  level: 'ok' | 'warn' | 'fail';
  detail: string;
  remedy: string | null;
}

/** What the companion last reported of itself. */
export interface CompanionReport {
  reportedOn: string;
  lastRunOn: string | null;
  lastRunEnded: string | null;
  outcome: string | null;
  nextRunOn: string | null;
  dataAsOf: string | null;
  apiUsed: number | null;
  apiLimit: number | null;
  apiShare: number | null;
  failedRecords: number;
  accounts: number;
  staleAccounts: number;
  runs: Run[];
  failures: Failure[];
  problems: string[];
  findings: Finding[];
}

/** The newest report. */
export const COMPANION_STATUS: GraphQlDocument = gql`
  query companionStatus($first: Int) {
    uiapi {
      query {
        statuses: CS_Companion_Status__c(orderBy: { CS_Reported_On__c: { order: DESC } }, first: $first) {
          edges {
            node {
              Id
              CS_Reported_On__c {
                value
              }
              CS_Last_Run_On__c {
                value
              }
              CS_Last_Run_Ended__c {
                value
              }
              CS_Last_Run_Outcome__c {
                value
              }
              CS_Next_Run_On__c {
                value
              }
              CS_Data_As_Of__c {
                value
              }
              CS_API_Used__c {
                value
              }
              CS_API_Limit__c {
                value
              }
              CS_API_Share__c {
                value
              }
              CS_Failed_Records__c {
                value
              }
              CS_Accounts__c {
                value
              }
              CS_Stale_Accounts__c {
                value
              }
              CS_Runs__c {
                value
              }
              CS_Failures__c {
                value
              }
              CS_Problems__c {
                value
              }
              CS_Findings__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The report in an answer; null where the companion has made none. */
export function readReport({ uiapi }: StatusData): CompanionReport | null {
  const [edge] = uiapi.query.statuses.edges;
  if (!edge) return null;
  const { node } = edge;
  return {
    reportedOn: node.CS_Reported_On__c.value ?? '',
    lastRunOn: node.CS_Last_Run_On__c.value,
    lastRunEnded: node.CS_Last_Run_Ended__c.value,
    outcome: node.CS_Last_Run_Outcome__c.value,
    nextRunOn: node.CS_Next_Run_On__c.value,
    dataAsOf: node.CS_Data_As_Of__c.value,
    apiUsed: node.CS_API_Used__c.value,
    apiLimit: node.CS_API_Limit__c.value,
    apiShare: node.CS_API_Share__c.value,
    failedRecords: node.CS_Failed_Records__c.value ?? 0,
    accounts: node.CS_Accounts__c.value ?? 0,
    staleAccounts: node.CS_Stale_Accounts__c.value ?? 0,
    runs: readList<Run>(node.CS_Runs__c.value),
    failures: readList<Failure>(node.CS_Failures__c.value),
    problems: readList<string>(node.CS_Problems__c.value),
    findings: readList<Finding>(node.CS_Findings__c.value),
  };
}

/** A list as the companion writes it; one that somebody edited by hand tells nothing. */
function readList<Item>(json: string | null): Item[] {
  try {
    const list: unknown = JSON.parse(json ?? '[]');
    return Array.isArray(list) ? (list as Item[]) : [];
  } catch {
    return [];
  }
}
