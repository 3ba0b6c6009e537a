import { z } from 'zod';
import type { InboundEvent } from '../../../usecases/inbound-ports.ts';
import type { HookMapping } from '../hook-mapping.ts';
import { clean, email, id, link, optionalId, optionalText, time } from './fields.ts';
import { accountKeysOf, keyOf, readTicket, ticketUrlOf } from './read-ticket.ts';
import { textAt } from './shape.ts';

/** The most records in one delivery. */
export const MOST_RECORDS = 100;

const SALESFORCE_ACCOUNT_ID = /^001[A-Za-z0-9]{15}$/;

const sender = {
  /** `Account.CS_External_Key__c`, or the account's own id of 18 characters. */
  account: optionalId,
  email,
  name: optionalText(80),
  company: optionalText(120),
};
const ticket = z.object({
  id,
  updated_at: time,
  created_at: time.optional(),
  subject: optionalText(255),
  status: optionalText(80),
  priority: optionalText(80),
  escalated: z.boolean().optional(),
  tags: z.array(z.string()).max(200).nullish(),
  url: link,
  satisfaction: z.enum(['good', 'bad']).nullish(),
  organization: optionalId,
  ...sender,
});
const answer = z.object({
  id,
  score: z.int().min(0).max(10),
  responded_at: time,
  updated_at: time.optional(),
  comment: optionalText(4000),
  survey: optionalText(80),
  ...sender,
});
const list = <T>(item: z.ZodType<T>) => z.array(item).min(1).max(MOST_RECORDS);

/** One ticket or answer, or a list of them. */
const genericBody = z
  .object({
    ticket: ticket.optional(),
    tickets: list(ticket).optional(),
    answer: answer.optional(),
    answers: list(answer).optional(),
  })
  .transform((body, context) => {
    const tickets = [...(body.ticket ? [body.ticket] : []), ...(body.tickets ?? [])];
    const answers = [...(body.answer ? [body.answer] : []), ...(body.answers ?? [])];
    if (tickets.length + answers.length === 0)
      context.addIssue('expected ticket, tickets, answer or answers');
    return { tickets, answers };
  });

/** Reads our own shape. */
export function readGeneric(body: unknown, mapping: HookMapping, source = 'generic'): InboundEvent[] {
  const { tickets, answers } = genericBody.parse(body);
  const named = textAt(body, mapping.accountPath);
  return [
    ...tickets.map((each): InboundEvent => toTicket(each, source, named, mapping)),
    ...answers.map((each): InboundEvent => toAnswer(each, source, named, mapping)),
  ];
}

function toTicket(
  each: z.infer<typeof ticket>,
  source: string,
  named: string | null,
  mapping: HookMapping,
): InboundEvent {
  const { status, priority, tags, escalated, subject, created_at: createdAt, satisfaction, url } = each;
  const outside = {
    id: each.id,
    statuses: [status],
    priority,
    tags: tags ?? [],
    escalated,
    organization: each.organization,
  };
  const address = ticketUrlOf(each.id, mapping) ?? url;
  return {
    ...readTicket(outside, source, mapping),
    changedAt: each.updated_at,
    sender: senderOf(each, source, each.organization, named, mapping),
    ...(subject === null ? {} : { subject }),
    ...(createdAt === undefined ? {} : { openedOn: createdAt.slice(0, 10) }),
    ...(address === null ? {} : { url: address }),
    ...(satisfaction ? { satisfaction: satisfaction === 'good' ? ('Good' as const) : ('Bad' as const) } : {}),
  };
}

function toAnswer(
  each: z.infer<typeof answer>,
  source: string,
  named: string | null,
  mapping: HookMapping,
): InboundEvent {
  return {
    kind: 'answer',
    key: keyOf(source, each.id, mapping),
    changedAt: each.updated_at ?? each.responded_at,
    sender: senderOf(each, source, null, named, mapping),
    score: each.score,
    comment: each.comment,
    survey: each.survey,
    source: mapping.prefix ?? 'Webhook',
    respondedOn: each.responded_at.slice(0, 10),
  };
}

function senderOf(
  {
    account,
    email: address,
    name,
    company,
  }: { account: string | null; email: string | null; name: string | null; company: string | null },
  source: string,
  organization: string | null,
  named: string | null,
  mapping: HookMapping,
) {
  const isId = account !== null && SALESFORCE_ACCOUNT_ID.test(account);
  const key = isId || account === null ? named : clean(account);
  return {
    accountId: isId ? account : null,
    accountKeys: accountKeysOf(source, organization, key, mapping),
    email: address,
    name,
    company,
  };
}
