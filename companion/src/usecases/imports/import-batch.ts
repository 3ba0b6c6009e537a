import type { FieldRights, ImportOrg, UsageLine } from '../import-ports.ts';
import { createAccountFinder, type FoundAccount } from './account-finder.ts';
import type { Fields, ImportKind, RecordKind, Refs, Row } from './kind.ts';
import type { CellProblem } from './map-row.ts';
import { saveRecords, type RecordOfLine, type Saved } from './save-records.ts';
import { createUserFinder } from './user-finder.ts';

/** A row of the file that can be read. */
export interface ReadRow {
  line: number;
  row: Row<Fields>;
}

/** What became of a row. `unknownAccount` is what it calls its account, where the org has none of that name. */
export type RowOutcome =
  | { line: number; outcome: 'created' | 'updated' | 'unchanged' | 'superseded' | 'waiting' | 'usage' }
  | { line: number; outcome: 'refused'; problems: CellProblem[]; unknownAccount?: string };

export interface BatchResult {
  outcomes: RowOutcome[];
  /** Lines to be kept until the whole file is read. */
  usage: UsageLine[];
}

/** What is known of the org before the first row. */
export interface BatchSettings {
  kind: ImportKind;
  rights: Map<string, FieldRights>;
  /** Rights on the object where rows without an account wait; null when the org has none. */
  waitingRights: Map<string, FieldRights> | null;
  today: string;
  dryRun: boolean;
}

/** Carries out batches of rows of one file. */
export function createBatchImporter(
  org: ImportOrg,
  settings: BatchSettings,
): (rows: readonly ReadRow[]) => Promise<BatchResult> {
  const { kind } = settings;
  const accounts = createAccountFinder(org);
  const findUsers = createUserFinder(org, kind);
  return async (rows) => {
    const belongs = kind.target === 'usage' || kind.belongsTo !== 'nobody';
    const owners = belongs ? await accounts.find(rows.map(({ row }) => row)) : rows.map(() => NOBODY);
    const result: BatchResult = { outcomes: [], usage: [] };
    const owned: (ReadRow & { owner: Exclude<FoundAccount, { problem: unknown }> })[] = [];
    const lost: (ReadRow & { owner: Extract<FoundAccount, { problem: unknown }> })[] = [];
    rows.forEach((each, index) => {
      const owner = owners[index] ?? NOBODY;
      if ('problem' in owner) lost.push({ ...each, owner });
      else owned.push({ ...each, owner });
    });
    if (kind.target === 'usage') {
      result.usage = owned.map(({ row, line, owner }) => kind.toLine(row, owner.accountId, line));
      result.outcomes = owned.map(({ line }) => ({ line, outcome: 'usage' }));
    } else {
      const users = await findUsers(owned.map(({ row }) => row));
      const planned: RecordOfLine[] = [];
      owned.forEach(({ line, row, owner }, index) => {
        const found = users[index] ?? { users: {} };
        const plan =
          'problems' in found ? found : planRow(kind, row, { ...owner, ...found, today: settings.today });
        if ('problems' in plan) result.outcomes.push({ line, outcome: 'refused', problems: plan.problems });
        else planned.push({ line, parentId: owner.accountId, parentField: kind.parentField, record: plan });
      });
      const target = {
        object: kind.object,
        keyField: kind.keyField,
        rights: settings.rights,
        dryRun: settings.dryRun,
      };
      result.outcomes.push(...(await saveRecords(org, target, planned)).map(toOutcome));
    }
    result.outcomes.push(...(await keepLost(org, settings, lost)));
    return result;
  };
}

const NOBODY = { accountId: '', contactId: null };

function planRow(kind: RecordKind, row: Row<Fields>, refs: Refs) {
  const plan = kind.plan(row, refs);
  if (!('expected' in plan)) return plan;
  const value = row[plan.column];
  return { problems: [{ ...plan, value: value === null || value === undefined ? '' : String(value) }] };
}

function toOutcome(saved: Saved): RowOutcome {
  if (saved.outcome !== 'refused') return saved;
  const { line, outcome, column, expected } = saved;
  return { line, outcome, problems: [{ column, value: '', expected }] };
}

/** Rows without an account wait where there is such a place; they are told as refused all the same elsewhere. */
async function keepLost(
  org: ImportOrg,
  { kind, waitingRights, dryRun }: BatchSettings,
  lost: readonly (ReadRow & { owner: { named: string; problem: CellProblem } })[],
): Promise<RowOutcome[]> {
  if (kind.target === 'usage' || !kind.waiting || !waitingRights || lost.length === 0) {
    return lost.map(({ line, owner }) => ({
      line,
      outcome: 'refused',
      problems: [owner.problem],
      unknownAccount: owner.named,
    }));
  }
  const { object, plan } = kind.waiting;
  const records = lost.map(({ line, row }): RecordOfLine => ({
    line,
    parentId: '',
    parentField: null,
    record: plan(row, { ...NOBODY, users: {}, today: '' }),
  }));
  const saved = await saveRecords(
    org,
    { object, keyField: 'CS_Key__c', rights: waitingRights, dryRun },
    records,
  );
  return saved.map((each) =>
    each.outcome === 'refused' || each.outcome === 'superseded'
      ? toOutcome(each)
      : { line: each.line, outcome: 'waiting' },
  );
}
