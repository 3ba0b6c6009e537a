import type { FieldValues } from '../domain/account-fields.ts';
import { suggestAccounts, type AccountSuggestion } from '../domain/suggest-accounts.ts';
import { shortHash } from './hash.ts';
import type { AnswerEvent, FiledRecords, InboundState, SenderFinder, TicketEvent } from './inbound-ports.ts';
import { matchSender, type KnownSenders } from './match-sender.ts';
import type { PushIntent } from './ports.ts';

/** What is known when an event is looked at. */
export interface FilingContext {
  filed: FiledRecords;
  senders: KnownSenders;
  finder: SenderFinder;
  /** ISO 8601 */
  at: string;
}

/** What is to be written because of an event, and where that leaves it. */
export interface Filing {
  state: Exclude<InboundState, 'new'>;
  accountId: string | null;
  reason: string | null;
  pushes: PushIntent[];
}

/**
 * A ticket becomes a case of its account. A case that is there keeps the account it has, whoever chose it. Without an
 * account the ticket is held: a case of nobody would count for nobody.
 */
export function fileTicket(ticket: TicketEvent, { filed, senders, at }: FilingContext): Filing {
  const kept = filed.cases.get(ticket.key) ?? null;
  const match = kept === null ? matchSender(ticket.sender, senders) : { accountId: kept, contactId: null };
  if (match.accountId === null) {
    return { state: 'held', accountId: null, reason: match.reason, pushes: [] };
  }
  const { accountId } = match;
  const fields = { AccountId: accountId, ...caseFields(ticket) };
  const push = toPush('Case', ticket.key, accountId, fields, filed.cases.has(ticket.key) ? null : at);
  return { state: 'filed', accountId, reason: null, pushes: [push] };
}

/**
 * An answer becomes an NPS response of its account. One that matches none waits in the inbox for a person; what she
 * decided there holds, and is made good where a response is missing.
 */
export async function fileAnswer(answer: AnswerEvent, context: FilingContext): Promise<Filing> {
  const { filed, senders, at } = context;
  const row = filed.inbox.get(answer.key);
  const responseAt = filed.answers.get(answer.key) ?? null;
  const match = matchSender(answer.sender, senders);
  const chosen = responseAt ?? (row?.status === 'Assigned' ? row.accountId : null);
  if (row?.status === 'Dismissed' && responseAt === null) {
    return { state: 'filed', accountId: null, reason: null, pushes: [inboxPush(answer, {}, null)] };
  }
  const accountId = chosen ?? match.accountId;
  if (accountId === null) {
    const suggestions = suggestAccounts(answer.sender, await context.finder.findAlike(answer.sender));
    const reopened: FieldValues =
      row?.status === 'Assigned' ? { CS_Status__c: 'Waiting', CS_Account__c: null } : {};
    const push = inboxPush(
      answer,
      { ...suggested(suggestions), ...reopened },
      row?.status === 'Waiting' ? null : at,
    );
    const reason = match.accountId === null ? match.reason : null;
    return { state: 'queued', accountId: null, reason, pushes: [push] };
  }
  const contactId = match.accountId === accountId ? match.contactId : null;
  const fields = { ...responseFields(answer), ...(contactId === null ? {} : { CS_Contact__c: contactId }) };
  const response = toPush(
    'CS_NPS_Response__c',
    answer.key,
    accountId,
    fields,
    responseAt === null ? at : null,
  );
  const settled = { CS_Status__c: 'Assigned', CS_Account__c: accountId };
  const inbox = row?.status === 'Waiting' ? [inboxPush(answer, settled, at)] : [];
  return { state: 'filed', accountId, reason: null, pushes: [response, ...inbox] };
}

function caseFields(ticket: TicketEvent): FieldValues {
  const { subject, status, priority, escalated, openedOn, url, satisfaction } = ticket;
  const fields: Record<string, FieldValues[string] | undefined> = {
    Subject: subject,
    Status: status,
    Priority: priority,
    IsEscalated: escalated,
    CS_Opened_On__c: openedOn,
    CS_Ticket_URL__c: url,
    CS_Satisfaction__c: satisfaction,
  };
  // What the event does not say is left as it is.
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const responseFields = ({ score, respondedOn, survey, comment }: AnswerEvent): FieldValues => ({
  CS_Score__c: score,
  CS_Responded_On__c: respondedOn,
  CS_Survey__c: survey,
  CS_Comment__c: comment,
});

const suggested = (suggestions: AccountSuggestion[]): FieldValues => ({
  CS_Suggestions__c: JSON.stringify(suggestions),
});

function inboxPush(answer: AnswerEvent, more: FieldValues, again: string | null): PushIntent {
  const { email, name, company } = answer.sender;
  const sender = {
    CS_Email__c: email,
    CS_Name__c: name,
    CS_Company__c: company,
    CS_Source__c: answer.source,
  };
  const fields = { ...responseFields(answer), ...sender, ...more };
  return toPush('CS_NPS_Inbox__c', answer.key, answer.key, fields, again);
}

/** @param again when given, the write is made even if the same was written before: the org lacks it now */
function toPush(
  object: string,
  key: string,
  parentId: string,
  fields: FieldValues,
  again: string | null,
): PushIntent {
  return { object, key, parentId, fields, hash: shortHash({ parentId, again, ...fields }) };
}
