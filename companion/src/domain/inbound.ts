import type { IsoDate } from './dates.ts';

/** What is known of whoever opened a ticket or answered a survey. */
export interface Sender {
  /** Id of an account of the org, where the sender's system knows it. */
  accountId: string | null;
  /** Values of `Account.CS_External_Key__c` that it may have, the surest first. */
  accountKeys: string[];
  /** In lower case. */
  email: string | null;
  name: string | null;
  company: string | null;
}

/** A ticket of an outside system as it stands after an event. What the event does not say is left out. */
export interface TicketEvent {
  kind: 'ticket';
  /** `Case.CS_External_Key__c`, such as `zendesk:35436`. */
  key: string;
  /** When the ticket changed, ISO 8601: what is older never overwrites what is newer. */
  changedAt: string;
  sender: Sender;
  subject?: string;
  /** A value of `Case.Status`. */
  status?: string;
  /** A value of `Case.Priority`. */
  priority?: string;
  escalated?: boolean;
  openedOn?: IsoDate;
  url?: string | null;
  satisfaction?: 'Good' | 'Bad';
}

/** An answer to the question how likely someone is to recommend us. */
export interface AnswerEvent {
  kind: 'answer';
  /** `CS_NPS_Response__c.CS_Key__c`, such as `delighted:5435`. */
  key: string;
  changedAt: string;
  sender: Sender;
  /** 0–10 */
  score: number;
  comment: string | null;
  survey: string | null;
  /** The system it came through, as a person calls it. */
  source: string;
  respondedOn: IsoDate;
}

/** What a system outside tells the companion. */
export type InboundEvent = TicketEvent | AnswerEvent;
