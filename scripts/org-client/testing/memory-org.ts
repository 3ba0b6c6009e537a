import { parse } from 'csv-parse/sync';
import type { BulkFailure, OrgClient, RecordFields, SavedFields, SaveOutcome } from '../org-client.ts';

/** An org of maps, for tests: it knows only the queries that the loaders ask, and refuses what it is told to. */
export interface MemoryOrg extends OrgClient {
  /** The records of an object, in the order they were made. */
  all(object: string): readonly SavedFields[];
  /** Requests so far, as `create Account 40`. */
  readonly log: readonly string[];
}

/** What the org is told to do. */
export interface MemoryOrgOptions {
  readonly records?: Readonly<Record<string, readonly SavedFields[]>>;
  readonly createable?: Readonly<Record<string, readonly string[]>>;
  /** The reason for which a record is refused, if any. */
  readonly refuse?: (object: string, record: RecordFields) => string | undefined;
}

/** The user whose token opened the org. */
export const LOADER_ID = 'loader';

const IN_QUERY = /^SELECT Id, (.+) FROM (\w+) WHERE (\w+) IN \((.+)\)$/;
const TRUE_QUERY = /^SELECT Id, (.+) FROM (\w+) WHERE (\w+) = true$/;
const LIKE_QUERY = /^SELECT Id, (.+) FROM (\w+) WHERE (\w+) LIKE '(.+)%'$/;

/** Makes an empty org, or one with the given records. */
export function memoryOrg(options: MemoryOrgOptions = {}): MemoryOrg {
  const tables = new Map<string, SavedFields[]>(
    Object.entries(options.records ?? {}).map(([object, records]) => [object, [...records]]),
  );
  const log: string[] = [];
  let made = 0;
  const table = (object: string): SavedFields[] => {
    const rows = tables.get(object) ?? [];
    tables.set(object, rows);
    return rows;
  };
  const insert = (object: string, record: RecordFields): SaveOutcome => {
    const reason = options.refuse?.(object, record);
    if (reason !== undefined) {
      return { success: false, reason };
    }
    const id = `${object}-${(made += 1)}`;
    table(object).push({ ...record, Id: id });
    return { success: true, id };
  };
  const update = (object: string, record: SavedFields): SaveOutcome => {
    const rows = table(object);
    const index = rows.findIndex((row) => row.Id === record.Id);
    rows[index] = { ...rows[index]!, ...record };
    return { success: true, id: record.Id };
  };
  return {
    log,
    all: table,
    userId: async () => LOADER_ID,
    query: async (soql) => {
      const inList = IN_QUERY.exec(soql);
      const like = LIKE_QUERY.exec(soql);
      const checked = TRUE_QUERY.exec(soql);
      if (inList) {
        const [, , object, field, list] = inList as unknown as string[];
        return table(object!).filter((row) => list!.includes(`'${String(row[field!])}'`));
      }
      if (like) {
        const [, , object, field, prefix] = like as unknown as string[];
        return table(object!).filter((row) => String(row[field!] ?? '').startsWith(prefix!));
      }
      if (checked) {
        const [, , object, field] = checked as unknown as string[];
        return table(object!).filter((row) => row[field!] === true);
      }
      throw new Error(`The org in memory does not know this query: ${soql}`);
    },
    createableFields: async (object) => new Set(options.createable?.[object] ?? []),
    create: async (object, records) => {
      log.push(`create ${object} ${records.length}`);
      return records.map((record) => insert(object, record));
    },
    update: async (object, records) => {
      log.push(`update ${object} ${records.length}`);
      return records.map((record) => update(object, record));
    },
    remove: async (object, ids) => {
      log.push(`remove ${object} ${ids.length}`);
      tables.set(
        object,
        table(object).filter((row) => !ids.includes(row.Id)),
      );
      return ids.map((id) => ({ success: true, id }));
    },
    bulk: async ({ object, operation, externalIdField, csv }) => {
      const rows = parse<Record<string, string>>(csv, { columns: true });
      log.push(`bulk ${operation} ${object} ${rows.length}`);
      const failures: BulkFailure[] = [];
      for (const row of rows) {
        const existing = externalIdField
          ? table(object).find((record) => record[externalIdField] === row[externalIdField])
          : undefined;
        const outcome = existing ? update(object, { ...row, Id: existing.Id }) : insert(object, row);
        if (!outcome.success) {
          failures.push({ row, reason: outcome.reason });
        }
      }
      return { loaded: rows.length - failures.length, failures };
    },
  };
}
