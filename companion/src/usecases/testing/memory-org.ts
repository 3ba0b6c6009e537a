import type { AccountFacts } from '../../domain/account-changes.ts';
import type { FieldValues } from '../../domain/account-fields.ts';
import { buildSignals } from '../../domain/testing/build-signals.ts';
import type { CustomerOnDay } from '../../domain/customer-on-day.ts';
import type { AccountAnswer } from '../../domain/executive-nps.ts';
import type { AccountSignals } from '../../domain/signals.ts';
import { findCsm, type BookAccount } from '../../domain/workload.ts';
import type { AccountToCount } from '../count-ports.ts';
import type {
  AccountDescription,
  AccountReading,
  ConfigReading,
  DeletedRecords,
  MappingRecord,
  OrgReader,
  OrgRequest,
  OrgWriter,
  RequestStatus,
  SignalObject,
  WriteRecord,
  WriteResult,
} from '../ports.ts';

/** Accounts that are given at once when all are read. */
const BATCH_SIZE = 200;

const NO_FACTS: AccountFacts = {
  owner: null,
  csm: null,
  tier: null,
  status: null,
  renewalDate: null,
  lowUsage: null,
  usageDown: null,
};

/** Customers with the work that they are, and the work of accounts of which nothing else is known. */
function joinBooks(customers: CustomerOnDay[], books: BookAccount[]): AccountToCount[] {
  const bookOf = new Map(books.map((book) => [book.accountId, book]));
  const known = customers.map((customer) => {
    const owner = { ownerId: customer.csmId ?? '005A', managerId: null };
    const { arrYearAgo: _unknown, ...told } = customer;
    return { ...owner, cadenceDays: null, touchDue: null, ...bookOf.get(customer.accountId), ...told };
  });
  const ids = new Set(customers.map(({ accountId }) => accountId));
  const others = books.filter(({ accountId }) => !ids.has(accountId));
  const nothing = {
    status: null,
    health: null,
    healthChange: null,
    riskScore: null,
    industry: null,
    region: null,
  };
  return [
    ...known,
    ...others.map((book) => ({
      ...{ ...nothing, ...book, csmId: findCsm(book) },
      riskBand: book.riskBand as CustomerOnDay['riskBand'],
    })),
  ];
}

/** An org in memory: accounts with their signals, a log of what changed, and every write that was made. */
export class MemoryOrg implements OrgReader, OrgWriter {
  readonly accounts = new Map<string, AccountReading>();
  readonly healthScores = new Map<string, FieldValues>();
  readonly cases = new Map<string, FieldValues>();
  readonly responses = new Map<string, FieldValues>();
  /** The account of each NPS response, which is settled when it is made. */
  readonly responseAccounts = new Map<string, string>();
  readonly inbox = new Map<string, FieldValues>();
  /** What the companion said of each mapping, by its record. */
  readonly mappingReports = new Map<string, FieldValues>();
  readonly workloads = new Map<string, FieldValues>();
  readonly accountSnapshots = new Map<string, FieldValues>();
  readonly executiveSnapshots = new Map<string, FieldValues>();
  readonly customers: CustomerOnDay[] = [];
  /** How customers stood, by the day of their snapshots. */
  readonly past = new Map<string, CustomerOnDay[]>();
  readonly answersGiven: AccountAnswer[] = [];
  readonly alerts: { accountId: string; raisedOn: string; resolvedOn: string | null }[] = [];
  readonly accountChanges = new Map<string, FieldValues>();
  /** What the org holds as its active scoring configuration. */
  scoring: ConfigReading = { kind: 'none' };
  readonly books: BookAccount[] = [];
  readonly overdueTasks = new Map<string, number>();
  readonly playbooks: Awaited<ReturnType<OrgReader['readPlaybooks']>> = { rules: [], accounts: [], runs: [] };
  readonly runs = new Map<string, FieldValues>();
  readonly runSteps = new Map<string, FieldValues>();
  readonly usageSnapshots = new Map<string, FieldValues>();
  runStates = { finishedIds: [] as string[], unfinishedIds: [] as string[], overdueSteps: 0 };
  readonly settled: { ids: string[]; status: string; completedOn: string | null }[] = [];
  readonly changes: { object: SignalObject; accountId: string; recordId: string; at: string }[] = [];
  deleted: DeletedRecords & { known: true } = { known: true, recordIds: [], coveredTo: '' };
  knowsDeletions = true;
  readonly requests: OrgRequest[] = [];
  readonly answers: { id: string; status: RequestStatus; message: string | null; result?: object }[] = [];
  readonly writes: { object: string; record: WriteRecord }[] = [];
  /** Ids of the accounts that were read, call by call. */
  readonly reads: string[][] = [];
  /** How often everything was read at once. */
  fullReads = 0;
  /** How many records each write had, call by call. */
  readonly writeSizes: number[] = [];
  /** Stands in for what the org says to a write; undefined lets it through. */
  refuse: (object: string, record: WriteRecord) => WriteResult | undefined = () => undefined;
  readonly #countedBefore = new Map<string, string>();

  put(
    accountId: string,
    signals: Partial<AccountSignals> = {},
    current: FieldValues = {},
    facts: Partial<AccountFacts> = {},
    kin: Pick<AccountReading, 'parentId' | 'arr'> = {},
  ): void {
    this.accounts.set(accountId, {
      accountId,
      name: `Account ${accountId}`,
      externalKey: null,
      systemModstamp: '2026-11-22T08:00:00.000Z',
      lastModifiedOn: '2026-11-20',
      signals: buildSignals({ ...signals, accountId }),
      recordIds: Object.values(signals).flatMap((list) =>
        Array.isArray(list) ? list.map(({ id }) => id) : [],
      ),
      current: { ...this.accounts.get(accountId)?.current, ...current },
      facts: { ...NO_FACTS, ...facts },
      ...kin,
    });
  }

  checkObjects = async () => undefined;
  countAccounts = async () => this.accounts.size;
  async *readAll() {
    this.fullReads += 1;
    const all = [...this.accounts.values()];
    for (let start = 0; start < all.length; start += BATCH_SIZE)
      yield structuredClone(all.slice(start, start + BATCH_SIZE));
  }
  async readAccounts(ids: string[]) {
    this.reads.push(ids);
    return structuredClone(ids.flatMap((id) => this.accounts.get(id) ?? []));
  }

  readScoringConfig = async () => this.scoring;
  /** The active mappings, and the fields they may name. */
  readonly mappings: MappingRecord[] = [];
  readonly description: AccountDescription = { fields: [], hasCurrencies: false };
  readMappings = async () => structuredClone(this.mappings);
  describeAccount = async () => this.description;
  largestAccountIds = async (limit: number) => [...this.accounts.keys()].slice(0, limit);
  countEmptied = async () => 0;

  latestModstamp = async (object: SignalObject) =>
    this.changes.filter((change) => change.object === object).at(-1)?.at ?? null;

  async findChanged(object: SignalObject, since: string) {
    const found = this.changes.filter((change) => change.object === object && change.at >= since);
    return {
      accountIds: found.map(({ accountId }) => accountId),
      recordIds: found.map(({ recordId }) => recordId),
      latest: found.at(-1)?.at ?? null,
    };
  }

  findDeleted = async (_object: SignalObject, _since: string, until: string): Promise<DeletedRecords> =>
    this.knowsDeletions ? { ...this.deleted, coveredTo: until } : { known: false };

  async readWritten(object: string, keys: string[]) {
    const valuesOf = (key: string) =>
      object === 'Account' ? this.accounts.get(key)?.current : this.#recordsOf(object).get(key);
    return new Map(keys.flatMap((key) => (valuesOf(key) ? [[key, valuesOf(key) ?? {}] as const] : [])));
  }

  readBooks = async (_asOf: string) => ({ accounts: this.books, overdueTasks: this.overdueTasks });
  readTasksOfCsms = async (asOf: string) => {
    const today = [...this.workloads.values()].filter((fields) => fields['CS_As_Of__c'] === asOf);
    const recordedCsmIds = today.map((fields) => String(fields['CS_CSM__c']));
    return { overdueTasks: this.overdueTasks, recordedCsmIds };
  };
  readCustomers = async () => this.customers;
  /** What differs from what was read last has changed since. */
  async readAccountsToCount(since: string | null) {
    const all = joinBooks(this.customers, this.books).map(
      (account) => [account, JSON.stringify(account)] as const,
    );
    const changed = all.filter(
      ([{ accountId }, text]) => since === null || this.#countedBefore.get(accountId) !== text,
    );
    for (const [{ accountId }, text] of all) this.#countedBefore.set(accountId, text);
    return { accounts: structuredClone(changed.map(([account]) => account)), latest: null };
  }
  readArrOn = async (day: string) =>
    new Map((this.past.get(day) ?? []).map(({ accountId, arr }) => [accountId, arr]));
  haveSnapshotsChanged = async () => false;
  findChangedAlerts = async () => ({
    accountIds: [...new Set(this.alerts.map(({ accountId }) => accountId))],
    latest: null,
  });
  findDeletedAlerts = async (_since: string, until: string): Promise<DeletedRecords> => ({
    ...{ known: true, recordIds: [] },
    coveredTo: until,
  });
  async snapshotDays() {
    const written = [...this.accountSnapshots.values()].map((fields) => String(fields['CS_As_Of__c']));
    return [...new Set([...this.past.keys(), ...written])].sort().reverse();
  }

  async totalledDays() {
    const written = [...this.executiveSnapshots.values()].map((fields) => String(fields['CS_As_Of__c']));
    return [...new Set(written)].sort().reverse();
  }

  readSnapshots = async (day: string) => this.past.get(day) ?? [];

  readAnswers = async (from: string, to: string) =>
    this.answersGiven.filter(({ on }) => on >= from && on <= to);

  async countOpenAlerts(day: string) {
    const open = this.alerts.filter(
      ({ raisedOn, resolvedOn }) => raisedOn <= day && (resolvedOn === null || resolvedOn > day),
    );
    return new Map(
      [...Map.groupBy(open, ({ accountId }) => accountId)].map(([id, { length }]) => [id, length]),
    );
  }

  readPlaybooks = async () => structuredClone(this.playbooks);
  readRunStates = async () => this.runStates;

  async setRunStatus(ids: string[], status: 'Active' | 'Completed', completedOn: string | null) {
    this.settled.push({ ids, status, completedOn });
  }

  findOpenRequests = async () => this.requests;

  async write(object: string, records: WriteRecord[], onWait?: () => Promise<void>) {
    this.writeSizes.push(records.length);
    await onWait?.();
    return records.map((record): WriteResult => {
      const { key, fields } = record;
      const refused = this.refuse(object, record);
      if (refused) return refused;
      this.writes.push({ object, record });
      if (object === 'Account') Object.assign(this.accounts.get(key)?.current ?? {}, fields);
      else this.#keep(object, record);
      return { key, outcome: 'written' };
    });
  }

  #keep(object: string, { key, parentId, fields }: WriteRecord) {
    const isMerged = ['Case', 'CS_NPS_Response__c', 'CS_NPS_Inbox__c'].includes(object);
    const records = this.#recordsOf(object);
    records.set(key, isMerged ? { ...records.get(key), ...fields } : fields);
    if (object === 'CS_NPS_Response__c' && !this.responseAccounts.has(key))
      this.responseAccounts.set(key, parentId);
  }

  #recordsOf(object: string) {
    if (object === 'CS_Usage_Snapshot__c') return this.usageSnapshots;
    if (object === 'Case') return this.cases;
    if (object === 'CS_NPS_Response__c') return this.responses;
    if (object === 'CS_NPS_Inbox__c') return this.inbox;
    if (object === 'CS_Field_Mapping__c') return this.mappingReports;
    if (object === 'CS_Workload__c') return this.workloads;
    if (object === 'CS_Account_Snapshot__c') return this.accountSnapshots;
    if (object === 'CS_Executive_Snapshot__c') return this.executiveSnapshots;
    if (object === 'CS_Account_Change__c') return this.accountChanges;
    if (object === 'CS_Playbook_Run__c') return this.runs;
    return object === 'CS_Playbook_Run_Step__c' ? this.runSteps : this.healthScores;
  }

  async setRequest(id: string, status: RequestStatus, message: string | null, result?: object) {
    this.answers.push({ id, status, message, ...(result ? { result } : {}) });
  }
}
