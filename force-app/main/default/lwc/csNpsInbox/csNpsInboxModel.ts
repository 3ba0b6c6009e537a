import type { InboxData, InboxNode } from './csNpsInboxQuery';

/** Where an answer stands; the values of `CS_NPS_Inbox__c.CS_Status__c`. */
export type InboxStatus = 'Waiting' | 'Assigned' | 'Dismissed';

/** An account that an answer may belong to, and why. */
export interface Suggestion {
  accountId: string;
  name: string;
  why: string;
}

/** An answer that matched no account. */
export interface InboxAnswer {
  id: string;
  key: string;
  /** 0–10 */
  score: number;
  /** `YYYY-MM-DD` */
  day: string;
  comment: string;
  email: string;
  name: string;
  company: string;
  survey: string;
  source: string;
  suggestions: Suggestion[];
  accountId: string | null;
  account: string;
}

/** A page of the inbox. */
export interface InboxPage {
  answers: InboxAnswer[];
  total: number;
  /** Where the next page begins; null on the last one. */
  next: string | null;
}

/** What each view is for, and what it says when it is empty. */
export const EMPTY_TEXTS: Readonly<Record<InboxStatus, { heading: string; text: string }>> = {
  Waiting: {
    heading: 'Nothing waits',
    text: 'Every answer found its account. One that finds none shows here, with the accounts it may belong to.',
  },
  Assigned: { heading: 'Nothing was assigned yet', text: 'Answers that somebody gave an account show here.' },
  Dismissed: {
    heading: 'Nothing was dismissed',
    text: 'Answers that somebody set aside show here, and can be put back.',
  },
};

/** Reads a page; records without what makes them an answer are left out. */
export function readInbox(data: InboxData): InboxPage {
  const { edges, totalCount, pageInfo } = data.uiapi.query.CS_NPS_Inbox__c;
  return {
    answers: edges.flatMap(({ node }) => readAnswer(node)),
    total: totalCount,
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
}

function readAnswer(node: InboxNode): InboxAnswer[] {
  const score = node.CS_Score__c.value;
  const day = node.CS_Responded_On__c.value;
  if (score === null || day === null) return [];
  return [
    {
      id: node.Id,
      key: node.CS_Key__c.value ?? '',
      score,
      day,
      comment: node.CS_Comment__c?.value ?? '',
      email: node.CS_Email__c?.value ?? '',
      name: node.CS_Name__c?.value ?? '',
      company: node.CS_Company__c?.value ?? '',
      survey: node.CS_Survey__c?.value ?? '',
      source: node.CS_Source__c?.value ?? '',
      suggestions: readSuggestions(node.CS_Suggestions__c?.value ?? ''),
      accountId: node.CS_Account__c?.value ?? null,
      account: node.CS_Account__r?.Name.value ?? '',
    },
  ];
}

/** What was stored as suggestions; nothing where it is not what the companion writes. */
function readSuggestions(text: string): Suggestion[] {
  try {
    const read: unknown = JSON.parse(text || '[]');
    return Array.isArray(read) ? read.filter(isSuggestion) : [];
  } catch {
    return [];
  }
}

function isSuggestion(value: unknown): value is Suggestion {
  const { accountId, name, why } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof accountId === 'string' && typeof name === 'string' && typeof why === 'string';
}
