import { z } from 'zod';
import { email, id, link, optionalId, optionalText, time } from './fields.ts';
import { readGeneric } from './generic.ts';
import { accountKeysOf, readTicket, ticketUrlOf } from './read-ticket.ts';
import { textAt, type Shape } from './shape.ts';

/** What begins the type of every event of a ticket. */
const TICKET_EVENT = 'zen:event-type:ticket.';
const DELETED = new Set(['soft_deleted', 'permanently_deleted', 'marked_as_spam']);

const envelope = z.object({ type: z.string() });

// https://developer.zendesk.com/api-reference/webhooks/event-types/ticket-events
const ticketEvent = z.object({
  type: z.string(),
  time,
  detail: z.object({
    id,
    subject: optionalText(255),
    status: optionalText(80),
    priority: optionalText(80),
    tags: z.array(z.string()).nullish(),
    organization_id: optionalId,
    external_id: optionalId,
    created_at: time.optional(),
    updated_at: time.optional(),
    // Not part of the event, but of the ticket in every other place: taken where a proxy adds it.
    requester: z.object({ email, name: optionalText(80) }).nullish(),
    satisfaction_rating: z.object({ score: z.string().nullish() }).nullish(),
    url: link,
  }),
});

/** Zendesk: its ticket events as they are, and the body of a trigger in the shape of our own. */
export const readZendesk: Shape = (body, mapping) => {
  const said = envelope.safeParse(body);
  if (!said.success) return readGeneric(body, mapping, 'zendesk');
  if (!said.data.type.startsWith(TICKET_EVENT)) return [];
  const { type, time: happenedAt, detail } = ticketEvent.parse(body);
  const isDeleted = DELETED.has(type.slice(TICKET_EVENT.length));
  const rating = detail.satisfaction_rating?.score?.toLowerCase();
  return [
    {
      ...readTicket(
        {
          id: detail.id,
          statuses: [isDeleted ? 'deleted' : detail.status],
          priority: detail.priority,
          tags: detail.tags ?? [],
          organization: detail.organization_id,
        },
        'zendesk',
        mapping,
      ),
      changedAt: detail.updated_at ?? happenedAt,
      sender: {
        accountId: null,
        accountKeys: accountKeysOf(
          'zendesk',
          detail.organization_id,
          textAt(body, mapping.accountPath),
          mapping,
        ),
        email: detail.requester?.email ?? null,
        name: detail.requester?.name ?? null,
        company: null,
      },
      ...(detail.subject === null ? {} : { subject: detail.subject }),
      ...(detail.created_at === undefined ? {} : { openedOn: detail.created_at.slice(0, 10) }),
      url: ticketUrlOf(detail.id, mapping) ?? agentUrl(detail.url, detail.id),
      ...(rating === 'good' ? { satisfaction: 'Good' as const } : {}),
      ...(rating === 'bad' ? { satisfaction: 'Bad' as const } : {}),
    },
  ];
};

/** The page of a ticket, from the address that the API has for it. */
function agentUrl(apiUrl: string | null, ticketId: string): string | null {
  if (apiUrl === null) return null;
  const { origin, pathname } = new URL(apiUrl);
  return pathname.startsWith('/api/') ? `${origin}/agent/tickets/${encodeURIComponent(ticketId)}` : apiUrl;
}
