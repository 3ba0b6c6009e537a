import type { Sender } from '../domain/inbound.ts';
import type { SenderFinder } from './inbound-ports.ts';

/** What the org knows of the senders of a batch. */
export interface KnownSenders {
  accounts: Awaited<ReturnType<SenderFinder['findAccounts']>>;
  contacts: Awaited<ReturnType<SenderFinder['findContacts']>>;
}

/** Whose event it is, or why that cannot be told. */
export type SenderMatch =
  { accountId: string; contactId: string | null } | { accountId: null; reason: string };

/** Looks up the senders of a batch, in as few calls as their number allows. */
export async function findSenders(senders: Sender[], finder: SenderFinder): Promise<KnownSenders> {
  const ids = senders.flatMap(({ accountId }) => accountId ?? []);
  const keys = senders.flatMap(({ accountKeys }) => accountKeys);
  const emails = senders.flatMap(({ email }) => email ?? []);
  const [accounts, contacts] = await Promise.all([
    finder.findAccounts([...new Set(ids)], [...new Set(keys)]),
    finder.findContacts([...new Set(emails)]),
  ]);
  return { accounts, contacts };
}

/** The account of a sender: by its id, by an external key, or by a contact of that address where all are of one account. */
export function matchSender(sender: Sender, { accounts, contacts }: KnownSenders): SenderMatch {
  const people = sender.email === null ? [] : (contacts.get(sender.email) ?? []);
  const contactAt = (accountId: string) =>
    people.find((person) => person.accountId === accountId)?.contactId ?? null;
  const named = sender.accountId !== null && accounts.ids.has(sender.accountId) ? sender.accountId : null;
  const key = sender.accountKeys.find((each) => accounts.byKey.has(each));
  const known = named ?? (key === undefined ? undefined : accounts.byKey.get(key));
  if (known !== undefined) return { accountId: known, contactId: contactAt(known) };

  const employers = [...new Set(people.map(({ accountId }) => accountId))];
  const [only] = employers;
  if (only !== undefined && employers.length === 1) return { accountId: only, contactId: contactAt(only) };
  return { accountId: null, reason: explain(sender, employers.length) };
}

/** Without the address: the status page shows it to whoever asks. */
function explain({ accountId, accountKeys, email }: Sender, employers: number): string {
  if (employers > 1) return `Its address belongs to contacts of ${employers} accounts`;
  const tried = [
    ...(accountId === null ? [] : [`no account has the id ${accountId}`]),
    ...(accountKeys.length === 0 ? [] : [`no account has the external key ${accountKeys.join(' or ')}`]),
    ...(email === null ? [] : ['no contact with an account has its address']),
  ];
  const text = tried.join(', ');
  return text === '' ? 'It names neither an account nor an address' : text[0]?.toUpperCase() + text.slice(1);
}
