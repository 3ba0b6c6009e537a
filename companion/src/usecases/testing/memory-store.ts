import type {
  BatchToKeep,
  ClaimedPush,
  FailedPush,
  Cursor,
  HashedConfig,
  PushIntent,
  PushStore,
  RequestStore,
  ScoreRecord,
  SettledPush,
  SignalObject,
  StoredAccount,
  SyncStore,
} from '../ports.ts';
import type { CountStore } from '../count-ports.ts';
import { MemoryCounted } from './memory-counted.ts';
import { MAX_LEVELS, type Family } from '../../domain/family.ts';
import type { FamilyScoreRecord, FamilyStore } from '../family-ports.ts';
import type { UsageDayRow, UsageFeedStore, UsageWeek } from '../usage-ports.ts';

type LedgerRow = PushIntent & {
  state: 'pending' | 'sending' | 'pushed' | 'poison';
  attempts: number;
  nextAttemptAt: string;
  sentAt: string;
  error: string | null;
};

const LEASE_MS = 2 * 60_000;

/** The stores in memory, for one org. What is kept can be looked at. */
export class MemoryStore
  extends MemoryCounted
  implements SyncStore, CountStore, PushStore, RequestStore, UsageFeedStore, FamilyStore
{
  fullReadAt: string | null = null;
  mappings: string | null = null;
  readonly accounts = new Map<
    string,
    StoredAccount & { scoredAsOf: string; readAt: string; configHash: string }
  >();
  readonly scores: ScoreRecord[] = [];
  readonly ledger = new Map<string, LedgerRow>();
  /** How often somebody said that writes are still on their way. */
  renewals = 0;
  readonly requests = new Map<string, string>();
  readonly savedCursors = new Map<SignalObject, Cursor>();
  /** Days of usage by account, and the weeks that the org is to be given next. */
  readonly usageDays = new Map<string, UsageDayRow[]>();
  readonly usageWeeks: UsageWeek[] = [];

  rememberOrg = async () => ({ fullReadAt: this.fullReadAt, mappings: this.mappings });
  async markFullRead(_orgId: string, at: string, mappings: string | null = null) {
    this.fullReadAt = at;
    this.mappings = mappings;
  }
  async mirrorProblems() {
    const found = [...this.accounts.values()].flatMap(({ name, mirrored }) =>
      Object.entries(mirrored?.problems ?? {}).map(([target, problem]) => ({ target, name, problem })),
    );
    return [...Map.groupBy(found, ({ target }) => target)].map(([target, [first, ...more]]) => ({
      ...{ target, accounts: more.length + 1 },
      example: { name: first?.name ?? '', problem: first?.problem ?? '' },
    }));
  }
  readonly configs: HashedConfig[] = [];
  async keepConfig(_orgId: string, config: HashedConfig) {
    const others = this.configs.filter(({ hash }) => hash !== config.hash);
    this.configs.splice(0, this.configs.length, ...others, structuredClone(config));
  }
  findConfig = async (_orgId: string, hash: string) =>
    this.configs.find((config) => config.hash === hash)?.body ?? null;
  lastConfig = async () => this.configs.at(-1) ?? null;
  cursors = async () => new Map(this.savedCursors);
  saveCursor = async (_orgId: string, object: SignalObject, cursor: Cursor) =>
    void this.savedCursors.set(object, cursor);

  loadAccounts = async (_orgId: string, ids: string[]) =>
    structuredClone(ids.flatMap((id) => this.accounts.get(id) ?? []));

  findAccountsByRecords = async (_orgId: string, recordIds: string[]) =>
    [...this.accounts.values()]
      .filter((account) => account.recordIds.some((id) => recordIds.includes(id)))
      .map(({ accountId }) => accountId);

  findForgotten = async (_orgId: string, ids: string[]) => ids.filter((id) => !this.accounts.has(id));
  findUnscored = async (
    _orgId: string,
    { asOf, configHash }: { asOf: string; configHash: string },
    afterId: string,
    limit: number,
  ) =>
    [...this.accounts.values()]
      .filter(({ accountId }) => accountId > afterId)
      .filter((account) => account.scoredAsOf < asOf || account.configHash !== configHash)
      .map(({ accountId }) => accountId)
      .sort()
      .slice(0, limit);

  async forgetReadBefore(_orgId: string, readAt: string) {
    const gone = [...this.accounts.values()].filter((account) => account.readAt < readAt);
    await this.forgetAccounts(
      '',
      gone.map(({ accountId }) => accountId),
    );
    return gone.length;
  }

  async forgetAccounts(_orgId: string, ids: string[]) {
    ids.forEach((id) => this.accounts.delete(id));
  }

  async keepBatch(_orgId: string, batch: BatchToKeep) {
    const { accounts, scores, pushes, asOf, readAt, configHash, families = [] } = batch;
    for (const account of structuredClone(accounts)) {
      this.accounts.set(account.accountId, { ...account, scoredAsOf: asOf, readAt, configHash });
    }
    this.scores.push(...structuredClone(scores));
    this.familyScores.push(...structuredClone(families));
    await this.keepPushes('', pushes, readAt);
  }

  async keepPushes(_orgId: string, pushes: PushIntent[], readAt: string) {
    for (const push of pushes) {
      const name = `${push.object} ${push.key}`;
      const before = this.ledger.get(name);
      const isAgain = before?.state === 'pushed' && push.object === 'Account';
      if (before?.hash === push.hash && !isAgain) continue;
      const fresh = {
        // One that is on its way stays so until that is settled.
        ...(before?.state === 'sending'
          ? { state: before.state, sentAt: before.sentAt }
          : { state: 'pending' as const, sentAt: '' }),
        attempts: 0,
        nextAttemptAt: readAt,
        error: null,
      };
      this.ledger.set(name, { ...push, ...fresh });
    }
  }

  readonly familyScores: FamilyScoreRecord[] = [];
  familiesAt: string | null = null;

  #childrenOf = (parentId: string) =>
    [...this.accounts.values()].filter((account) => account.parentId === parentId);

  #familiesAbove(accountId: string | null | undefined, seen: string[] = []): string[] {
    const account = this.accounts.get(accountId ?? '');
    if (!account || seen.includes(account.accountId)) return seen;
    return this.#familiesAbove(account.parentId, [...seen, account.accountId]);
  }

  async findChangedFamilies(_orgId: string, at: string) {
    const since = this.familiesAt;
    const changed = [...this.accounts.values()]
      .filter(({ readAt }) => since === null || readAt > since || readAt >= at)
      .map(({ accountId }) => accountId);
    const lost = (await this.latestFamilyScores('', [...this.accounts.keys()])).filter(({ inputs }) =>
      inputs.members.some(({ accountId: id }) => !this.accounts.has(id) || changed.includes(id)),
    );
    const above = changed.flatMap((id) => this.#familiesAbove(id));
    const parents = above.filter((id) => this.#childrenOf(id).length > 0);
    return [...new Set([...parents, ...lost.map(({ accountId }) => accountId)])].sort();
  }

  findFamiliesOf = async (_orgId: string, accountId: string) =>
    this.#familiesAbove(accountId).filter((id) => this.#childrenOf(id).length > 0);

  async loadFamilies(_orgId: string, accountIds: string[]) {
    return accountIds.flatMap((accountId): Family[] => {
      const members: Family['members'] = [];
      const collect = (id: string, level: number) => {
        const found = this.accounts.get(id);
        if (!found || level > MAX_LEVELS || members.some((each) => each.accountId === id)) return;
        const { name, facts, arr = null, lastScore } = found;
        const { score = null, band = null } = lastScore ?? {};
        members.push({ ...{ accountId: id, name, level, arr, score, band }, status: facts?.status ?? null });
        this.#childrenOf(id).forEach((child) => collect(child.accountId, level + 1));
      };
      collect(accountId, 0);
      const tier = this.accounts.get(accountId)?.signals.tier ?? null;
      return members.length < 2 ? [] : [{ accountId, tier, members, isCut: false, isTooLarge: false }];
    });
  }

  markFamilies = async (_orgId: string, at: string) => void (this.familiesAt = at);

  findToldFamilies = async () =>
    (await this.latestFamilyScores('', [...this.accounts.keys()])).map(({ accountId }) => accountId);

  latestFamilyScores = async (_orgId: string, accountIds: string[]) =>
    accountIds.flatMap((id) => {
      const last = this.familyScores.findLast(({ accountId }) => accountId === id);
      return last?.result ? [last] : [];
    });

  findFamilyScoreOn = async (_orgId: string, accountId: string, day: string) =>
    this.familyScores.findLast((each) => each.accountId === accountId && each.asOf <= day) ?? null;

  #due(now: string, parentId?: string): LedgerRow[] {
    const isCutOff = (row: LedgerRow) =>
      row.state === 'sending' && Date.parse(now) - Date.parse(row.sentAt) > LEASE_MS;
    return [...this.ledger.values()]
      .filter((row) => parentId === undefined || row.parentId === parentId)
      .filter((row) => (row.state === 'pending' && row.nextAttemptAt <= now) || isCutOff(row));
  }

  async countDue(_orgId: string, now: string, parentId?: string) {
    const groups = Map.groupBy(this.#due(now, parentId), ({ object }) => object);
    return new Map([...groups].map(([object, rows]) => [object, rows.length]));
  }

  async renewPushes(_orgId: string, object: string, keys: string[], now: string) {
    this.renewals += 1;
    for (const key of keys) Object.assign(this.ledger.get(`${object} ${key}`) ?? {}, { sentAt: now });
  }

  async failedPushes(_orgId: string, limit: number): Promise<FailedPush[]> {
    return [...this.ledger.values()]
      .filter(({ state }) => state === 'poison')
      .slice(0, limit)
      .map(({ object, key, parentId, attempts, sentAt, error }) => ({
        ...{ object, key, parentId, attempts, at: sentAt, error: String(error) },
      }));
  }

  async retryFailed(_orgId: string, now: string, only?: { object: string; key: string }) {
    const failed = [...this.ledger.values()].filter(
      ({ state, object, key }) =>
        state === 'poison' && (!only || (only.object === object && only.key === key)),
    );
    for (const row of failed) Object.assign(row, { state: 'pending', attempts: 0, nextAttemptAt: now });
    return failed.length;
  }

  async claimPushes(_orgId: string, object: string, now: string, limit: number, parentId?: string) {
    const due = this.#due(now, parentId)
      .filter((row) => row.object === object)
      .slice(0, limit);
    return due.map((row): ClaimedPush => {
      const uncertain = row.state === 'sending';
      Object.assign(row, { state: 'sending', attempts: row.attempts + 1, sentAt: now });
      return { ...row, uncertain };
    });
  }

  async settlePushes(_orgId: string, object: string, settled: SettledPush[]) {
    for (const { key, hash, ...outcome } of settled) {
      const row = this.ledger.get(`${object} ${key}`);
      if (row?.state === 'sending' && row.hash !== hash && row.attempts === 0) row.state = 'pending';
      if (!row || row.hash !== hash) continue;
      if (outcome.state === 'gone') this.ledger.delete(`${object} ${key}`);
      else Object.assign(row, outcome);
      const account = this.accounts.get(key);
      if (outcome.state === 'pushed' && object === 'Account' && account)
        Object.assign(account.current, row.fields);
    }
  }

  readUsageDays = async () => this.usageDays;
  fillQuietDays = async () => 0;
  pruneUsage = async () => undefined;
  async publishWeeks(_orgId: string, _wanted: unknown, toPush: (week: UsageWeek) => PushIntent, at: string) {
    const weeks = this.usageWeeks.splice(0);
    await this.keepPushes('', weeks.map(toPush), at);
    return weeks.length > 0;
  }

  async takeRequest(_orgId: string, { id }: { id: string }) {
    if (this.requests.has(id)) return false;
    this.requests.set(id, 'taken');
    return true;
  }

  async finishRequest(_orgId: string, id: string, state: 'done' | 'failed', message: string) {
    this.requests.set(id, `${state}: ${message}`);
  }
}
