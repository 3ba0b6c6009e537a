import type { BookAccount } from '../workload.ts';

/** An account of which nothing is known but what is given: a monthly touch is all it asks for. */
export function buildBook(known: Partial<BookAccount> = {}): BookAccount {
  return {
    accountId: '001000000000001AAA',
    ownerId: '005000000000001AAA',
    managerId: null,
    tier: null,
    cadenceDays: null,
    riskBand: null,
    touchDue: null,
    renewalDate: null,
    arr: null,
    ...known,
  };
}
