import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';
import { readPin } from 'c/csPins';
import type { Pin, PinNode } from 'c/csPins';

type Text = { value: string | null };
type Numeric = { value: number | null };

interface AccountNode {
  Id: string;
  Name: Text;
  CS_ARR__c: Numeric;
  CS_Risk_Band__c: Text;
  CS_Risk_Score__c: Numeric;
  CS_Health_Trend__c: Text;
  CS_Health_Change_30d__c: Numeric;
  CS_Renewal_Date__c: Text;
  CS_Touch_Due__c: Text;
  CS_Next_Scheduled__c: Text;
  CS_Playbook_Progress__c?: Text;
}

/** The answer to `MY_FOCUS`. */
export interface FocusData {
  uiapi: {
    query: {
      pins: { edges: { node: PinNode & { CS_Account__r: AccountNode | null } }[] };
      asking: { edges: { node: AccountNode }[]; totalCount: number };
    };
  };
}

/** What decides whether and why an account asks for attention; days as `YYYY-MM-DD`. */
export interface FocusAccount {
  id: string;
  name: string;
  arr: number | null;
  band: string | null;
  /** 0–100, higher is worse. */
  risk: number | null;
  trend: string | null;
  /** Change of health in 30 days, in points. */
  change: number | null;
  renewal: string | null;
  touchDue: string | null;
  planned: string | null;
  /** The running playbook and how far it is; empty while none runs. */
  playbook: string;
}

/** A pin with its account. */
export interface FocusPin {
  pin: Pin;
  account: FocusAccount;
}

/** Everything that the card is made of. */
export interface Focus {
  /** Pinned accounts and those put aside, in the order of the pins. */
  pins: FocusPin[];
  /** Accounts that ask for attention, neither pinned nor put aside, in no order that matters. */
  asking: FocusAccount[];
  /** How many ask, those that were not read included. */
  total: number;
}

/** The pins of a user, and those of her accounts that ask for attention (`csFocusFilter`). */
export const MY_FOCUS: GraphQlDocument = gql`
  query myFocus($userId: ID, $today: Date, $asking: Account_Filter) {
    uiapi {
      query {
        pins: CS_Pinned_Account__c(
          where: {
            OwnerId: { eq: $userId }
            CS_Account__c: { ne: null }
            or: [{ CS_Pinned__c: { eq: true } }, { CS_Dismissed_Until__c: { gt: { value: $today } } }]
          }
          orderBy: { CS_Order__c: { order: ASC, nulls: LAST } }
          first: 500
        ) {
          edges {
            node {
              Id
              CS_Account__c {
                value
              }
              CS_Pinned__c {
                value
              }
              CS_Order__c {
                value
              }
              CS_Dismissed_Until__c {
                value
              }
              CS_Account__r {
                Id
                Name {
                  value
                }
                CS_ARR__c {
                  value
                }
                CS_Risk_Band__c {
                  value
                }
                CS_Risk_Score__c {
                  value
                }
                CS_Health_Trend__c {
                  value
                }
                CS_Health_Change_30d__c {
                  value
                }
                CS_Renewal_Date__c {
                  value
                }
                CS_Touch_Due__c {
                  value
                }
                CS_Next_Scheduled__c {
                  value
                }
                CS_Playbook_Progress__c @optional {
                  value
                }
              }
            }
          }
        }
        asking: Account(where: $asking, orderBy: { CS_ARR__c: { order: DESC, nulls: LAST } }, first: 200) {
          edges {
            node {
              Id
              Name {
                value
              }
              CS_ARR__c {
                value
              }
              CS_Risk_Band__c {
                value
              }
              CS_Risk_Score__c {
                value
              }
              CS_Health_Trend__c {
                value
              }
              CS_Health_Change_30d__c {
                value
              }
              CS_Renewal_Date__c {
                value
              }
              CS_Touch_Due__c {
                value
              }
              CS_Next_Scheduled__c {
                value
              }
              CS_Playbook_Progress__c @optional {
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

/** Reads the answer; a pin whose account the user may no longer see is left out. */
export function readFocus(data: FocusData): Focus {
  const { pins, asking } = data.uiapi.query;
  return {
    pins: pins.edges.flatMap(({ node }) => {
      const account = node.CS_Account__r;
      return account ? readPin(node).map((pin) => ({ pin, account: readAccount(account) })) : [];
    }),
    asking: asking.edges.map(({ node }) => readAccount(node)),
    total: asking.totalCount,
  };
}

function readAccount(node: AccountNode): FocusAccount {
  return {
    id: node.Id,
    name: node.Name.value ?? '',
    arr: node.CS_ARR__c.value,
    band: node.CS_Risk_Band__c.value,
    risk: node.CS_Risk_Score__c.value,
    trend: node.CS_Health_Trend__c.value,
    change: node.CS_Health_Change_30d__c.value,
    renewal: node.CS_Renewal_Date__c.value,
    touchDue: node.CS_Touch_Due__c.value,
    planned: node.CS_Next_Scheduled__c.value,
    playbook: node.CS_Playbook_Progress__c?.value ?? '',
  };
}
