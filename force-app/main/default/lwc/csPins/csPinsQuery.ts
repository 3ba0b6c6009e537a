import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** What a user remembers of one account: that it is pinned, or until when it is put aside, or both. */
export interface Pin {
  id: string;
  accountId: string;
  isPinned: boolean;
  /** Place among the pinned accounts, the smallest first. */
  order: number | null;
  /** Until this day, `YYYY-MM-DD`, the account does not ask for attention. */
  dismissedUntil: string | null;
}

/** A record of `CS_Pinned_Account__c` with the fields that every query of pins reads. */
export interface PinNode {
  Id: string;
  CS_Account__c: { value: string | null };
  CS_Pinned__c: { value: boolean | null };
  CS_Order__c: { value: number | null };
  CS_Dismissed_Until__c: { value: string | null };
}

/** The answer to `MY_PINS`. */
export interface PinsData {
  uiapi: { query: { CS_Pinned_Account__c: { edges: { node: PinNode }[] } } };
}

/**
 * All that the user remembers of accounts. Every pin button of a page asks this same question, so that the page
 * asks it once. The owner is named because a manager may also read the pins of her CSMs.
 */
export const MY_PINS: GraphQlDocument = gql`
  query myPins($userId: ID) {
    uiapi {
      query {
        CS_Pinned_Account__c(
          where: { OwnerId: { eq: $userId }, CS_Account__c: { ne: null } }
          orderBy: { CS_Order__c: { order: ASC, nulls: LAST } }
          first: 2000
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
            }
          }
        }
      }
    }
  }
`;

/** The pins in an answer to `MY_PINS`, in their order. */
export function readPins(data: PinsData): Pin[] {
  return data.uiapi.query.CS_Pinned_Account__c.edges.flatMap(({ node }) => readPin(node));
}

/** One pin, in a list; the list is empty where the account is gone. */
export function readPin(node: PinNode): Pin[] {
  const accountId = node.CS_Account__c.value;
  if (!accountId) return [];
  return [
    {
      id: node.Id,
      accountId,
      isPinned: node.CS_Pinned__c.value === true,
      order: node.CS_Order__c.value,
      dismissedUntil: node.CS_Dismissed_Until__c.value,
    },
  ];
}
