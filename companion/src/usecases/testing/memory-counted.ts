import type { CountedAccount } from '../../domain/counted-account.ts';
import { customersOf } from '../../domain/executive-segments.ts';
import { findMovers } from '../../domain/find-movers.ts';
import { SegmentTallies, type SegmentTally } from '../../domain/tally-segments.ts';
import type { TallyDay } from '../../domain/tally.ts';
import type { CountState, CountStore } from '../count-ports.ts';

/** Running totals in memory, for one org. */
export class MemoryCounted implements Omit<CountStore, 'findForgotten'> {
  counted: CountState | null = null;
  readonly countedAccounts = new Map<string, CountedAccount>();
  /** How often everything was counted anew. */
  recounts = 0;
  #tallies = new SegmentTallies();

  countState = async () => structuredClone(this.counted);
  async noteUncounted(_orgId: string, accountIds: string[] | null) {
    if (accountIds === null) this.counted = null;
    else this.counted?.uncounted.push(...accountIds);
  }
  loadCounted = async (_orgId: string, ids: string[]) =>
    structuredClone(ids.flatMap((id) => this.countedAccounts.get(id) ?? []));
  async replaceCounted(_orgId: string, state: CountState, accounts: CountedAccount[], day: TallyDay) {
    this.recounts += 1;
    this.counted = structuredClone(state);
    this.countedAccounts.clear();
    this.#tallies = new SegmentTallies();
    this.#add(accounts, day);
  }
  async changeCounted(
    _orgId: string,
    state: CountState,
    { changed, goneIds }: { changed: CountedAccount[]; goneIds: string[] },
    day: TallyDay,
  ) {
    const uncounted = (this.counted?.uncounted ?? []).filter((id) => !state.uncounted.includes(id));
    this.counted = { ...structuredClone(state), uncounted };
    for (const id of [...changed.map(({ accountId }) => accountId), ...goneIds]) {
      const was = this.countedAccounts.get(id);
      if (was) this.#tallies.count(was, day, -1);
      this.countedAccounts.delete(id);
    }
    this.#add(changed, day);
  }
  readTallies = async () => this.#tallies.list().filter(({ tally }) => tally.members > 0);
  readMovers = async (_orgId: string, segments: Pick<SegmentTally, 'scope' | 'value'>[]) => {
    const accounts = [...this.countedAccounts.values()];
    return segments.map((segment) => findMovers(customersOf(accounts, segment)));
  };

  #add(accounts: CountedAccount[], day: TallyDay) {
    for (const account of structuredClone(accounts)) {
      this.#tallies.count(account, day);
      this.countedAccounts.set(account.accountId, account);
    }
  }
}
