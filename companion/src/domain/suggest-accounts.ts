import type { Sender } from './inbound.ts';

/** An account that a sender may belong to, and why. */
export interface AccountSuggestion {
  accountId: string;
  name: string;
  /** One sentence for whoever has to choose. */
  why: string;
}

/** What the org knows that resembles a sender. */
export interface AlikeAccounts {
  /** Contacts whose address lies in the sender's domain, with their account. */
  contacts: { accountId: string; accountName: string; email: string }[];
  /** Accounts with their website. */
  accounts: { accountId: string; name: string; website: string | null }[];
}

/** Hosts of mailboxes that anyone can have: they say nothing about whom someone works for. */
const PUBLIC_HOSTS = new Set([
  ...[
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.com',
    'live.com',
    'msn.com',
    'yahoo.com',
    'aol.com',
  ],
  ...[
    'icloud.com',
    'me.com',
    'proton.me',
    'protonmail.com',
    'gmx.net',
    'gmx.de',
    'web.de',
    'mail.com',
    'yandex.ru',
  ],
  ...['qq.com', '163.com', 'zoho.com', 'fastmail.com'],
]);
/** What companies are called beside their name. */
const LEGAL_FORMS = new Set([
  ...[
    'inc',
    'incorporated',
    'llc',
    'ltd',
    'limited',
    'plc',
    'corp',
    'corporation',
    'company',
    'co',
    'gmbh',
    'ag',
  ],
  ...[
    'sa',
    'sas',
    'srl',
    'spa',
    'bv',
    'nv',
    'ab',
    'as',
    'oy',
    'oyj',
    'kg',
    'se',
    'pty',
    'group',
    'holding',
    'the',
  ],
]);
/** At least two labels of letters, digits and hyphens. */
const HOST = /^[\p{Letter}\p{Number}-]+(\.[\p{Letter}\p{Number}-]+)+$/u;
/** Names less alike than this are not worth a look. */
const LEAST_LIKENESS = 0.5;
const MOST_SUGGESTIONS = 5;

/** The part of an address that says whom someone works for; null for a mailbox that anyone can have. */
export function companyHost(email: string | null): string | null {
  const host = email?.split('@')[1]?.toLowerCase() ?? '';
  return HOST.test(host) && !PUBLIC_HOSTS.has(host) ? host : null;
}

/** The words of a company's name that tell it from others, in lower case. */
export function tellingWords(name: string): string[] {
  const words = name.toLowerCase().match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? [];
  return words.filter((word) => word.length > 1 && !LEGAL_FORMS.has(word));
}

/** The same without what stands above and below letters, for comparing. */
const plainWords = (name: string) => tellingWords(name.normalize('NFKD').replace(/\p{Mark}/gu, ''));

/**
 * The accounts that a sender most likely belongs to, the likeliest first: those with a contact at the same domain, then
 * those whose website is there, then those of a similar name.
 */
export function suggestAccounts(sender: Sender, { contacts, accounts }: AlikeAccounts): AccountSuggestion[] {
  const host = companyHost(sender.email);
  const found = new Map<string, AccountSuggestion>();
  const add = (suggestion: AccountSuggestion) => {
    if (!found.has(suggestion.accountId)) found.set(suggestion.accountId, suggestion);
  };
  const colleagues = contacts.filter(({ email }) => host !== null && companyHost(email) === host);
  const byAccount = Map.groupBy(colleagues, ({ accountId }) => accountId);
  for (const [accountId, people] of [...byAccount].sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  )) {
    const count = people.length === 1 ? '1 contact has' : `${people.length} contacts have`;
    add({ accountId, name: people[0]?.accountName ?? '', why: `${count} an address at ${host}.` });
  }
  for (const { accountId, name, website } of byName(accounts)) {
    if (host !== null && hostOf(website) === host)
      add({ accountId, name, why: `Its website is at ${host}.` });
  }
  for (const { accountId, name, said } of findNamesakes(sender, host, accounts)) {
    add({ accountId, name, why: `Its name resembles "${said}".` });
  }
  return [...found.values()].slice(0, MOST_SUGGESTIONS);
}

function findNamesakes(sender: Sender, host: string | null, accounts: AlikeAccounts['accounts']) {
  const said = [sender.company, host?.split('.').at(-2)].filter((name): name is string => Boolean(name));
  return byName(accounts)
    .map((account) => {
      const likest = said
        .map((name) => ({ said: name, likeness: nameLikeness(name, account.name) }))
        .reduce((a, b) => (b.likeness > a.likeness ? b : a), { said: '', likeness: 0 });
      return { ...account, ...likest };
    })
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness);
}

/** How alike two names are, 0–1: the share of telling words that they have in common. */
export function nameLikeness(one: string, other: string): number {
  const [a, b] = [new Set(plainWords(one)), new Set(plainWords(other))];
  if (a.size === 0 || b.size === 0) return 0;
  if ([...a].join('') === [...b].join('')) return 1;
  const shared = [...a].filter((word) => b.has(word)).length;
  return (2 * shared) / (a.size + b.size);
}

/** The host of a website without `www.`; null for what is no address. */
function hostOf(website: string | null): string | null {
  if (!website) return null;
  const host = /^(?:https?:\/\/)?(?:www\.)?([^/:?#\s]+)/i.exec(website)?.[1];
  return host?.toLowerCase() ?? null;
}

const byName = (accounts: AlikeAccounts['accounts']) =>
  accounts.toSorted((a, b) =>
    a.name === b.name ? (a.accountId < b.accountId ? -1 : 1) : a.name < b.name ? -1 : 1,
  );
