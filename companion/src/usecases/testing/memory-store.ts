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
export class MemoryStore implements SyncStore, PushStore, RequestStore, UsageFeedStore {
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

  async keepBatch(_orgId: string, { accounts, scores, pushes, asOf, readAt, configHash }: BatchToKeep) {
    for (const account of structuredClone(accounts)) {
      this.accounts.set(account.accountId, { ...account, scoredAsOf: asOf, readAt, configHash });
    }
    this.scores.push(...structuredClone(scores));
    await this.keepPushes('', pushes, readAt);
  }

  async keepPushes(_orgId: string, pushes: PushIntent[], readAt: string) {
    for (const push of pushes) {
      const name = `${push.object} ${push.key}`;
      const before = this.ledger.get(name);
      const isAgain = before?.state === 'pushed' && push.object === 'Account';
      if (before?.hash === push.hash && !isAgain) continue;
      const fresh = {
        state: 'pending' as const,
        attempts: 0,
        nextAttemptAt: readAt,
        sentAt: '',
        error: null,
      };
      this.ledger.set(name, { ...push, ...fresh });
    }
  }

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
