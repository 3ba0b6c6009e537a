import type { TicketEvent } from '../../../usecases/inbound-ports.ts';
import type { HookMapping } from '../hook-mapping.ts';

/** `Case.Status` by what the usual systems call it. A status that nobody knows is an open one. */
const STATUSES: Record<string, string> = {
  new: 'New',
  open: 'Working',
  pending: 'Working',
  hold: 'Working',
  'on-hold': 'Working',
  indeterminate: 'Working',
  escalated: 'Escalated',
  solved: 'Closed',
  resolved: 'Closed',
  closed: 'Closed',
  done: 'Closed',
  deleted: 'Closed',
};
const OPEN_STATUS = 'Working';

/** `Case.Priority` by what the usual systems call it. */
const PRIORITIES: Record<string, string> = {
  urgent: 'High',
  critical: 'High',
  blocker: 'High',
  highest: 'High',
  high: 'High',
  normal: 'Medium',
  medium: 'Medium',
  low: 'Low',
  lowest: 'Low',
};
const USUAL_PRIORITY = 'Medium';

const ESCALATED_TAGS = ['escalated', 'escalation'];

/** What a ticket is called outside, to be told in the org's words. */
export interface OutsideTicket {
  id: string;
  /** The names of its status, the most telling first. */
  statuses: (string | null)[];
  priority: string | null;
  tags: readonly string[];
  escalated?: boolean | undefined;
  organization: string | null;
}

/** The parts of a ticket that are told by mapping. */
export function readTicket(
  ticket: OutsideTicket,
  source: string,
  mapping: HookMapping,
): Pick<TicketEvent, 'kind' | 'key' | 'status' | 'priority' | 'escalated'> {
  const status = findStatus(ticket.statuses, mapping);
  const escalatedTags = new Set((mapping.escalatedTags ?? ESCALATED_TAGS).map((tag) => tag.toLowerCase()));
  const isEscalated =
    ticket.escalated ??
    (status === 'Escalated' || ticket.tags.some((tag) => escalatedTags.has(tag.toLowerCase())));
  return {
    kind: 'ticket',
    key: keyOf(source, ticket.id, mapping),
    ...(status === null ? {} : { status }),
    ...(ticket.priority === null ? {} : { priority: priorityOf(ticket.priority, mapping) }),
    escalated: isEscalated,
  };
}

/** `zendesk:35436` */
export const keyOf = (source: string, id: string, { prefix = source }: HookMapping) => `${prefix}:${id}`;

/** External keys that the account of an organisation may have, the surest first. */
export function accountKeysOf(
  source: string,
  organization: string | null,
  named: string | null,
  mapping: HookMapping,
): string[] {
  const mapped = organization === null ? undefined : mapping.organizations?.[organization];
  const own = organization === null ? [] : [keyOf(source, organization, mapping), organization];
  return [...new Set([mapped, named, ...own].flatMap((key) => key?.slice(0, 80) || []))];
}

/** The address of a ticket, where the mapping says how it is made. */
export function ticketUrlOf(id: string, { ticketUrl }: HookMapping): string | null {
  return ticketUrl?.replaceAll('{id}', encodeURIComponent(id)) ?? null;
}

function findStatus(names: (string | null)[], { statuses = {} }: HookMapping): string | null {
  const said = names.flatMap((name) => name?.toLowerCase() ?? []);
  if (said.length === 0) return null;
  const own = said.find((name) => Object.hasOwn(statuses, name));
  const usual = said.find((name) => Object.hasOwn(STATUSES, name));
  return own !== undefined
    ? (statuses[own] ?? null)
    : usual !== undefined
      ? (STATUSES[usual] ?? null)
      : OPEN_STATUS;
}

function priorityOf(name: string, { priorities = {} }: HookMapping): string {
  const said = name.toLowerCase();
  if (Object.hasOwn(priorities, said)) return priorities[said] ?? USUAL_PRIORITY;
  return Object.hasOwn(PRIORITIES, said) ? (PRIORITIES[said] ?? USUAL_PRIORITY) : USUAL_PRIORITY;
}
