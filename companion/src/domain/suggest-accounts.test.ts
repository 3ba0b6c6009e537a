import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Sender } from './inbound.ts';
import { companyHost, nameLikeness, suggestAccounts, type AlikeAccounts } from './suggest-accounts.ts';

const sender = (more: Partial<Sender>): Sender => ({
  ...{ accountId: null, accountKeys: [], email: null, name: null, company: null },
  ...more,
});
const account = (accountId: string, name: string, website: string | null = null) => ({
  accountId,
  name,
  website,
});
const contact = (accountId: string, email: string) => ({
  accountId,
  accountName: `Account ${accountId}`,
  email,
});
const suggest = (from: Partial<Sender>, known: Partial<AlikeAccounts>) =>
  suggestAccounts(sender(from), { contacts: [], accounts: [], ...known });

describe('the accounts that a sender may belong to', () => {
  test('are those with contacts at the same domain, then that website, then a similar name', () => {
    const known = {
      contacts: [contact('A', 'x@acme.com'), contact('B', 'y@acme.com'), contact('B', 'z@acme.com')],
      accounts: [account('D', 'Acme Trading'), account('C', 'Something else', 'https://www.acme.com/en')],
    };
    expect(suggest({ email: 'new@acme.com', company: 'ACME Trading Ltd' }, known)).toEqual([
      { accountId: 'B', name: 'Account B', why: '2 contacts have an address at acme.com.' },
      { accountId: 'A', name: 'Account A', why: '1 contact has an address at acme.com.' },
      { accountId: 'C', name: 'Something else', why: 'Its website is at acme.com.' },
      { accountId: 'D', name: 'Acme Trading', why: 'Its name resembles "ACME Trading Ltd".' },
    ]);
  });

  test('are not those of a mailbox that anyone can have', () => {
    const known = { contacts: [contact('A', 'x@gmail.com')], accounts: [account('B', 'Gmail')] };
    expect(suggest({ email: 'y@gmail.com' }, known)).toEqual([]);
  });

  test('are those that are named like the domain where nothing else is known', () => {
    expect(suggest({ email: 'x@northwind.io' }, { accounts: [account('A', 'Northwind GmbH')] })).toEqual([
      { accountId: 'A', name: 'Northwind GmbH', why: 'Its name resembles "northwind".' },
    ]);
  });

  test('are at most five, each once, whatever is known', () => {
    const id = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G');
    const known = fc.record({
      contacts: fc.array(id.map((each) => contact(each, 'x@acme.com'))),
      accounts: fc.array(id.map((each) => account(each, `Acme ${each}x`, 'acme.com'))),
    });
    fc.assert(
      fc.property(known, (alike) => {
        const ids = suggest({ email: 'y@acme.com', company: 'Acme' }, alike).map(
          ({ accountId }) => accountId,
        );
        expect(ids.length).toBeLessThanOrEqual(5);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe('how alike two names are', () => {
  test.each([
    ['Orbital Freight BV', 'Orbital Freight', 1],
    ['Café Zürich AG', 'cafe zurich', 1],
    ['Meridian', 'Meridian Mutual', 2 / 3],
    ['Atlas Machinery', 'Atlas Copper', 0.5],
    ['The Group Inc', 'Group Ltd', 0],
    ['', 'Acme', 0],
  ])('%s and %s: %d', (one, other, expected) => {
    expect(nameLikeness(one, other)).toBeCloseTo(expected);
    expect(nameLikeness(other, one)).toBeCloseTo(expected);
  });
});

test.each([
  ['x@Acme.com', 'acme.com'],
  ['x@localhost', null],
  ['x@a%_.com', null],
  ['x@gmail.com', null],
  [null, null],
])('%s works at %s', (email, expected) => {
  expect(companyHost(email)).toBe(expected);
});
