import type { ImportOrg } from '../import-ports.ts';
import type { Fields, Row } from './kind.ts';
import type { CellProblem } from './map-row.ts';

/** Answers kept between batches; more are asked for again. */
const MOST_KEPT = 50_000;

/** Whose a row is, or why that cannot be told: `named` is what the row says. */
export type FoundAccount =
  { accountId: string; contactId: string | null } | { named: string; problem: CellProblem };

/** Finds the accounts that rows belong to, asking the org once for all that it does not know yet. */
export interface AccountFinder {
  find(rows: readonly Row<Fields>[]): Promise<FoundAccount[]>;
}

/** A finder with a memory of bounded size. */
export function createAccountFinder(org: ImportOrg): AccountFinder {
  const byKey = remember((keys) => org.accountIdsByKey(keys));
  const byId = remember((ids) => org.accountIds(ids));
  const byEmail = remember((emails) => org.contactsByEmail(emails));
  return {
    async find(rows) {
      const named = rows.map((row) => ({
        id: textOf(row['salesforceId']),
        key: textOf(row['accountKey']),
        email: textOf(row['email']),
      }));
      const ids = await byId(named.map(({ id }) => id));
      const keys = await byKey(named.map(({ key }) => key));
      const contacts = await byEmail(named.map(({ email }) => email));
      return named.map(({ id, key, email }) => {
        const people = contacts.get(email.toLowerCase()) ?? [];
        const account = id === '' ? keys.get(key.toLowerCase()) : ids.get(id.toLowerCase());
        if (account) {
          const person = people.find(({ accountId }) => accountId === account);
          return { accountId: account, contactId: person?.contactId ?? null };
        }
        if (id !== '') return unknown('salesforceId', id, 'the id of an account of the org');
        if (key !== '') return unknown('accountKey', key, 'the external key of an account of the org');
        const [person] = people;
        const accounts = new Set(people.map(({ accountId }) => accountId));
        if (person && accounts.size === 1) return person;
        if (email === '') return unknown('account', '', 'an account key or an email address');
        const expected = person ? 'an address of contacts of one account' : 'the address of a contact';
        return unknown('email', email, expected);
      });
    },
  };
}

const unknown = (column: string, value: string, expected: string): FoundAccount => ({
  named: value,
  problem: { column, value, expected },
});

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Asks for what is not known yet, and keeps what was answered, also that there was nothing. */
export function remember<T>(
  ask: (names: string[]) => Promise<Map<string, T>>,
): (names: readonly string[]) => Promise<ReadonlyMap<string, T>> {
  const known = new Map<string, T | null>();
  return async (names) => {
    if (known.size > MOST_KEPT) known.clear();
    const wanted = new Map(names.filter(Boolean).map((name) => [name.toLowerCase(), name]));
    const missing = [...wanted].filter(([lower]) => !known.has(lower));
    if (missing.length > 0) {
      const answers = await ask(missing.map(([, name]) => name));
      for (const [lower] of missing) known.set(lower, answers.get(lower) ?? null);
    }
    return new Map(
      [...wanted.keys()].flatMap((lower): [string, T][] => {
        const value = known.get(lower);
        return value === null || value === undefined ? [] : [[lower, value]];
      }),
    );
  };
}
