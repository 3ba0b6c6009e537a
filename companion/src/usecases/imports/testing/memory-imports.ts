import type { FieldValues } from '../../../domain/account-fields.ts';
import type {
  FieldRights,
  ImportOrg,
  ImportProgress,
  ImportRun,
  ImportStore,
  RecordToSave,
  SaveProblem,
  UsageLine,
} from '../../import-ports.ts';
import type { UsageDayRow } from '../../usage-ports.ts';

type StoredRecord = { id: string; fields: FieldValues };

/** An org in memory, as imports see it. A test may have it lose its power before a write, or refuse records. */
export class MemoryImportOrg implements ImportOrg {
  readonly records = new Map<string, StoredRecord[]>();
  readonly users = new Map<string, string | 'several'>();
  readonly contacts = new Map<string, { contactId: string; accountId: string }[]>();
  /** Fields that may not be set, by object. */
  readonly hidden = new Map<string, string[]>();
  /** Objects that the org does not have. */
  readonly absent = new Set<string>(['CS_NPS_Inbox__c']);
  refuse: (object: string, fields: FieldValues) => string | null = () => null;
  /** Called before each record is written. */
  beforeWrite: () => void | Promise<void> = () => undefined;
  writes = 0;

  of(object: string): StoredRecord[] {
    const known = this.records.get(object) ?? [];
    this.records.set(object, known);
    return known;
  }

  addAccount(key: string): string {
    const id = `001${String(this.of('Account').length + 1).padStart(15, '0')}`;
    this.of('Account').push({ id, fields: { CS_External_Key__c: key, Name: key } });
    return id;
  }

  async fieldRights(object: string): Promise<Map<string, FieldRights> | null> {
    if (this.absent.has(object)) return null;
    const hidden = this.hidden.get(object) ?? [];
    const rights = (may: boolean) => ({ createable: may, updateable: may });
    return new (class extends Map<string, FieldRights> {
      override get(name: string) {
        return rights(!hidden.includes(name));
      }
      override has() {
        return true;
      }
    })();
  }

  async accountIdsByKey(keys: string[]): Promise<Map<string, string>> {
    const wanted = new Set(keys.map((key) => key.toLowerCase()));
    const entries = this.of('Account').map(({ id, fields }): [string, string] => [
      String(fields['CS_External_Key__c']).toLowerCase(),
      id,
    ]);
    return new Map(entries.filter(([key]) => wanted.has(key)));
  }

  async accountIds(ids: string[]): Promise<Map<string, string>> {
    const known = this.of('Account').filter(({ id }) => ids.includes(id));
    return new Map(known.map(({ id }) => [id.toLowerCase(), id]));
  }

  async userIds(): Promise<Map<string, string | 'several'>> {
    return this.users;
  }

  async contactsByEmail(): Promise<Map<string, { contactId: string; accountId: string }[]>> {
    return this.contacts;
  }

  async findByKey(object: string, keyField: string, keys: string[]): Promise<Map<string, StoredRecord>> {
    const wanted = new Set(keys.map((key) => key.toLowerCase()));
    const keyed = this.of(object).map((record): [string, StoredRecord] => [
      String(record.fields[keyField]).toLowerCase(),
      record,
    ]);
    return new Map(keyed.filter(([key]) => wanted.has(key)));
  }

  async saveRecords({ object }: { object: string }, records: RecordToSave[]): Promise<SaveProblem[]> {
    const problems: SaveProblem[] = [];
    for (const { id, fields } of records) {
      const message = this.refuse(object, fields);
      problems.push(message === null ? null : { message, exists: false });
      if (message !== null) continue;
      await this.beforeWrite();
      this.writes += 1;
      const known = this.of(object).find((record) => record.id === id);
      if (known) known.fields = { ...known.fields, ...fields };
      else this.of(object).push({ id: `${object}-${this.of(object).length}`, fields });
    }
    return problems;
  }
}

/** What a database keeps of imports, in memory. */
export class MemoryImportStore implements ImportStore {
  readonly runs: ImportRun[] = [];
  readonly lines = new Map<string, Map<number, UsageLine>>();
  /** How often progress was kept: once a batch. */
  saves = 0;

  async startImport(_orgId: string, run: Parameters<ImportStore['startImport']>[1]): Promise<string> {
    const id = `run-${this.runs.length + 1}`;
    const { at, ...rest } = run;
    this.runs.push({
      ...rest,
      id,
      line: 0,
      errorBytes: 0,
      tally: {},
      state: 'running',
      startedAt: at,
      updatedAt: at,
    });
    return id;
  }

  async findUnfinishedImport(
    _orgId: string,
    wanted: Parameters<ImportStore['findUnfinishedImport']>[1],
  ): Promise<ImportRun | null> {
    const isSame = (run: ImportRun) =>
      run.state !== 'done' &&
      run.kind === wanted.kind &&
      run.fingerprint === wanted.fingerprint &&
      run.mappingHash === wanted.mappingHash;
    return this.runs.findLast(isSame) ?? null;
  }

  async saveImport(runId: string, progress: ImportProgress, usage: UsageLine[], at: string): Promise<void> {
    this.saves += 1;
    const kept = this.lines.get(runId) ?? new Map<number, UsageLine>();
    for (const line of usage) kept.set(line.line, line);
    this.lines.set(runId, kept);
    Object.assign(this.#run(runId), structuredClone(progress), { updatedAt: at });
  }

  async setImportState(runId: string, state: ImportRun['state'], at: string): Promise<void> {
    Object.assign(this.#run(runId), { state, updatedAt: at });
  }

  async listImports(): Promise<ImportRun[]> {
    return this.runs.toReversed();
  }

  async pageUsageDays(
    runId: string,
    after: { accountId: string; day: string } | null,
    limit: number,
  ): Promise<UsageDayRow[]> {
    const place = ({ accountId, day }: { accountId: string; day: string }) => `${accountId} ${day}`;
    const days = Map.groupBy(this.lines.get(runId)?.values() ?? [], place);
    const pages = [...days.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return pages
      .filter(([each]) => after === null || each > place(after))
      .slice(0, limit)
      .map(([, lines]) => addUp(lines));
  }

  async dropUsageLines(runId: string): Promise<void> {
    this.lines.delete(runId);
  }

  #run(id: string): ImportRun {
    const run = this.runs.find((each) => each.id === id);
    if (!run) throw new Error(`no run ${id}`);
    return run;
  }
}

function addUp(lines: UsageLine[]): UsageDayRow {
  const known = (read: (line: UsageLine) => number | null) =>
    lines.map(read).filter((value): value is number => value !== null);
  const sum = (values: number[]) => (values.length === 0 ? null : values.reduce((a, b) => a + b, 0));
  const most = (values: number[]) => (values.length === 0 ? null : Math.max(...values));
  const features: Record<string, number> = {};
  for (const { feature, events } of lines) {
    if (feature !== null) features[feature] = (features[feature] ?? 0) + (events ?? 0);
  }
  return {
    accountId: lines[0]?.accountId ?? '',
    day: lines[0]?.day ?? '',
    activeUsers: most(known((line) => line.activeUsers)),
    licensedSeats: most(known((line) => line.licensedSeats)),
    logins: sum(known((line) => line.logins)),
    apiCalls: sum(known((line) => line.apiCalls)),
    features: Object.keys(features).length === 0 ? null : features,
  };
}
