import type { AnswerEvent, InboundEvent, Sender, TicketEvent } from '../domain/inbound.ts';
import type { AlikeAccounts } from '../domain/suggest-accounts.ts';

/** What taking events of outside systems needs from outside. */

export type { AnswerEvent, InboundEvent, Sender, TicketEvent };

/** The systems whose webhooks are understood. */
export const HOOK_SOURCES = ['zendesk', 'jira', 'typeform', 'delighted', 'generic'] as const;
export type HookSource = (typeof HOOK_SOURCES)[number];

/** A webhook as it is shown: never its secret. */
export interface Webhook {
  id: string;
  source: HookSource;
  name: string;
  /** As it was given; the HTTP side knows its shape. */
  mapping: unknown;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

export interface WebhookStore {
  createWebhook(
    orgId: string,
    hook: Omit<Webhook, 'lastUsedAt' | 'revokedAt'>,
    secret: string,
  ): Promise<void>;
  listWebhooks(orgId: string): Promise<Webhook[]>;
  /** The org that a hook belongs to; null for one that is unknown. */
  orgOfWebhook(id: string): Promise<string | null>;
  /** The hook with its secret; null for one that is unknown or revoked. */
  openWebhook(orgId: string, id: string): Promise<{ hook: Webhook; secret: string } | null>;
  /** False when there is no such hook, or it was revoked. */
  replaceSecret(orgId: string, id: string, secret: string): Promise<boolean>;
  /** False when there is no such hook, or it was revoked before. */
  revokeWebhook(orgId: string, id: string, at: string): Promise<boolean>;
}

/** One delivery: what it said, and by which hash it is known again. */
export interface Delivery {
  hookId: string;
  bodyHash: string;
  events: InboundEvent[];
}

/** How far an event has come: not looked at, waiting for an account, waiting for a person, or in the org. */
export type InboundState = 'new' | 'held' | 'queued' | 'filed';

/** An event that was taken up for a look. */
export interface ClaimedInbound {
  event: InboundEvent;
  revision: number;
}

/** What became of it. */
export interface SettledInbound {
  kind: InboundEvent['kind'];
  key: string;
  revision: number;
  state: Exclude<InboundState, 'new'>;
  accountId: string | null;
  reason: string | null;
  /** When to look again. */
  lookAt: string;
}

/** How many wait, and the newest of them, for the status page. */
export interface WaitingInbound {
  held: number;
  queued: number;
  unseen: number;
  newest: { kind: InboundEvent['kind']; key: string; since: string; reason: string | null }[];
}

export interface InboundStore {
  /** Keeps a delivery and its events, all or nothing; false when it was taken before. */
  keepDelivery(orgId: string, delivery: Delivery, at: string): Promise<boolean>;
  /** Keeps events that came another way, such as by file. An event older than what is known changes nothing. */
  keepEvents(orgId: string, events: InboundEvent[], at: string): Promise<void>;
  /** Events whose time has come; each is left to whoever took it for two minutes. */
  claimInbound(orgId: string, now: string, limit: number): Promise<ClaimedInbound[]>;
  settleInbound(orgId: string, settled: SettledInbound[]): Promise<void>;
  /** Accounts that something was filed under and that the companion does not know, where a look is due. */
  findOrphanedAccounts(orgId: string, now: string, limit: number): Promise<string[]>;
  /** Looks anew at what was filed under these accounts. */
  reopenInbound(orgId: string, accountIds: string[], at: string): Promise<void>;
  /** Looks at what was filed under these accounts no sooner than this. */
  postponeInbound(orgId: string, accountIds: string[], lookAt: string): Promise<void>;
  waitingInbound(orgId: string, limit: number): Promise<WaitingInbound>;
  /** Forgets deliveries from before a time: nobody sends them again. */
  forgetDeliveries(orgId: string, before: string): Promise<void>;
}

/** What the org holds already, by key. */
export interface FiledRecords {
  /** Accounts of cases; null for a case without one. */
  cases: Map<string, string | null>;
  /** Accounts of NPS responses. */
  answers: Map<string, string>;
  inbox: Map<string, { status: string; accountId: string | null }>;
}

/** Finds out whom an event is from. */
export interface SenderFinder {
  findFiled(events: InboundEvent[]): Promise<FiledRecords>;
  /** Of these ids and keys, the accounts that exist. */
  findAccounts(ids: string[], keys: string[]): Promise<{ ids: Set<string>; byKey: Map<string, string> }>;
  /** Contacts with an account, by their address in lower case. */
  findContacts(emails: string[]): Promise<Map<string, { contactId: string; accountId: string }[]>>;
  findAlike(sender: Sender): Promise<AlikeAccounts>;
}
