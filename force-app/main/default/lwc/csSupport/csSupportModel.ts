import type { Page, Ticket } from 'c/csAccountStory';
import { addDays, countOf, daysBetween, formatDay, formatNumber, formatShare } from 'c/csFormat';

/** Ratings of tickets opened longer ago say nothing of how support is today; docs/metrics.md says the same. */
const SATISFACTION_DAYS = 180;

/** One number of the card. */
export interface SupportNumber {
  key: string;
  label: string;
  value: string;
  detail: string;
  valueClass: string;
}

/** A ticket as a row of the list. */
export interface TicketRow {
  id: string;
  number: string;
  subject: string;
  /** `Working · High · opened Nov 3, 2026, 19 days ago` */
  facts: string;
  isEscalated: boolean;
  rating: string;
  ratingTheme: string;
  url: string;
  linkText: string;
  linkLabel: string;
}

/** The card. */
export interface SupportView {
  numbers: SupportNumber[];
  /** The open ones, the escalated first, then the oldest. */
  open: TicketRow[];
  /** The closed ones, the newest first. */
  closed: TicketRow[];
  /** What was not read; empty where everything was. */
  leftOut: string;
}

/** What the tickets of an account come to on the day `today`. */
export function viewSupport({ items, total }: Page<Ticket>, today: string): SupportView {
  const open = items
    .filter(({ isOpen }) => isOpen)
    .sort((a, b) => Number(b.isEscalated) - Number(a.isEscalated) || (a.openedOn < b.openedOn ? -1 : 1));
  const closed = items.filter(({ isOpen }) => !isOpen);
  return {
    numbers: numbersOf(open, items, today),
    open: open.map((ticket) => rowOf(ticket, today)),
    closed: closed.map((ticket) => rowOf(ticket, today)),
    leftOut:
      total > items.length
        ? `${formatNumber(items.length)} of ${countOf(total, 'ticket')} are counted here.`
        : '',
  };
}

function numbersOf(open: readonly Ticket[], all: readonly Ticket[], today: string): SupportNumber[] {
  const ages = open.map(({ openedOn }) => Math.max(0, daysBetween(openedOn, today)));
  const oldest = Math.max(...ages, 0);
  const average = ages.reduce((sum, age) => sum + age, 0) / ages.length;
  const escalated = open.filter(({ isEscalated }) => isEscalated).length;
  const oldestOn = open.map(({ openedOn }) => openedOn).sort()[0];
  const since = addDays(today, -SATISFACTION_DAYS);
  const ratings = all
    .filter(({ openedOn }) => openedOn >= since)
    .flatMap(({ satisfaction }) => satisfaction ?? []);
  const good = ratings.filter((rating) => rating === 'Good').length;
  const none = '–';
  return [
    numberOf(
      'open',
      'Open',
      formatNumber(open.length),
      open.length === 0 ? 'nothing to wait for' : 'not closed yet',
    ),
    numberOf('escalated', 'Escalated', formatNumber(escalated), 'of the open ones', escalated > 0),
    numberOf(
      'oldest',
      'Oldest',
      oldestOn ? countOf(oldest, 'day') : none,
      oldestOn ? `since ${formatDay(oldestOn)}` : 'none is open',
    ),
    numberOf(
      'age',
      'Average age',
      oldestOn ? countOf(Math.round(average), 'day') : none,
      oldestOn ? 'of the open ones' : 'none is open',
    ),
    numberOf(
      'satisfaction',
      'Satisfaction',
      ratings.length === 0 ? none : formatShare(good / ratings.length),
      ratings.length === 0
        ? `none rated in ${SATISFACTION_DAYS} days`
        : `${formatNumber(good)} of ${formatNumber(ratings.length)} rated good`,
    ),
  ];
}

function numberOf(
  key: string,
  label: string,
  value: string,
  detail: string,
  isAlarming = false,
): SupportNumber {
  const valueClass = `slds-text-heading_medium${isAlarming ? ' slds-text-color_error' : ''}`;
  return { key, label, value, detail, valueClass };
}

function rowOf(ticket: Ticket, today: string): TicketRow {
  const { id, number, status, priority, openedOn, isOpen, isEscalated, satisfaction } = ticket;
  const subject = ticket.subject || 'No subject';
  const age = Math.max(0, daysBetween(openedOn, today));
  const opened = `opened ${formatDay(openedOn)}${isOpen ? `, ${age === 0 ? 'today' : `${countOf(age, 'day')} ago`}` : ''}`;
  const site = siteOf(ticket.url);
  return {
    id,
    number,
    subject,
    // What the badge says is not said twice.
    facts: [status === 'Escalated' ? '' : status, priority, opened].filter(Boolean).join(' · '),
    isEscalated: isEscalated && isOpen,
    rating: satisfaction ? `Rated ${satisfaction.toLowerCase()}` : '',
    ratingTheme: satisfaction === 'Bad' ? 'slds-badge slds-theme_error' : 'slds-badge slds-theme_success',
    url: site ? ticket.url : '',
    linkText: site ? `Open at ${site}` : '',
    // Begins with what is seen, so that it can be said to a screen that listens.
    linkLabel: site ? `Open at ${site}: ${subject}, in a new tab` : '',
  };
}

/** The site that a link leads to; empty for what is no web address, which is not offered as a link. */
function siteOf(url: string): string {
  return /^https?:\/\/([^/?#@\s]+)/i.exec(url)?.[1] ?? '';
}
