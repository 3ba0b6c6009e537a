import type { CountedAccount } from './counted-account.ts';
import { segmentsOf, type Scope } from './executive-segments.ts';
import { addTally, NO_TALLY, tallyOf, type Tally, type TallyDay } from './tally.ts';

/** The tally of all accounts, or of one segment. `value` is null for all. */
export interface SegmentTally {
  scope: Scope;
  value: string | null;
  tally: Tally;
}

/** Tallies by segment, so that accounts can be added to them and taken away again, one after another. */
export class SegmentTallies {
  readonly #kept = new Map<string, SegmentTally>();

  /** Adds an account to every segment that it is in; with −1 it is taken away. */
  count(account: CountedAccount, day: TallyDay, times: 1 | -1 = 1): void {
    const tally = tallyOf(account, day);
    for (const { scope, value } of segmentsOf(account)) this.add({ scope, value, tally }, times);
  }

  add({ scope, value, tally }: SegmentTally, times: 1 | -1 = 1): void {
    const key = `${scope}:${value ?? ''}`;
    const before = this.#kept.get(key)?.tally ?? NO_TALLY;
    this.#kept.set(key, { scope, value, tally: addTally(before, tally, times) });
  }

  /** Every segment that was touched, those that came to nothing as well. */
  list(): SegmentTally[] {
    return [...this.#kept.values()];
  }
}
