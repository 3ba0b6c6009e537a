import type { FieldValue, FieldValues } from '../../domain/account-fields.ts';
import type { FieldRights, FoundRecord, ImportOrg } from '../import-ports.ts';
import type { PlannedRecord } from './kind.ts';

/** A record to save, and whose it is: records of one account are sent together. */
export interface RecordOfLine {
  line: number;
  parentId: string;
  parentField: string | null;
  record: PlannedRecord;
}

export type Saved =
  | { line: number; outcome: 'created' | 'updated' | 'unchanged' | 'superseded' }
  | { line: number; outcome: 'refused'; column: string; expected: string };

/** Where records go, and what may be written there. */
export interface RecordTarget {
  object: string;
  keyField: string;
  rights: Map<string, FieldRights>;
  /** Nothing is written: the outcomes say what would become of the records. */
  dryRun: boolean;
}

/**
 * Makes and changes records by their key. What is there already and would not change is left alone; of several lines
 * with one key the last counts. Doing it twice is the same as doing it once.
 */
export async function saveRecords(
  org: ImportOrg,
  target: RecordTarget,
  given: readonly RecordOfLine[],
): Promise<Saved[]> {
  const last = new Map(given.map((each) => [each.record.key.toLowerCase(), each]));
  const records = [...last.values()].toSorted((a, b) => (a.parentId < b.parentId ? -1 : 1));
  const superseded = given
    .filter((each) => last.get(each.record.key.toLowerCase()) !== each)
    .map(({ line }): Saved => ({ line, outcome: 'superseded' }));
  const first = await saveOnce(org, target, records);
  const taken = new Set(first.filter(({ exists }) => exists).map(({ saved }) => saved.line));
  // Someone made it in between, or the answer to making it was lost: then it is there to be changed.
  const again =
    taken.size === 0
      ? []
      : await saveOnce(
          org,
          target,
          records.filter(({ line }) => taken.has(line)),
        );
  return [
    ...superseded,
    ...first.filter(({ saved }) => !taken.has(saved.line)).map(({ saved }) => saved),
    ...again.map(({ saved }) => saved),
  ];
}

type Attempt = { saved: Saved; exists: boolean };

async function saveOnce(
  org: ImportOrg,
  { object, keyField, rights, dryRun }: RecordTarget,
  records: readonly RecordOfLine[],
): Promise<Attempt[]> {
  const names = [...new Set(records.flatMap(({ record }) => Object.keys(known(record.fields))))];
  const read = names.filter((name) => rights.has(name));
  const found = await org.findByKey(
    object,
    keyField,
    records.map(({ record }) => record.key),
    read,
  );
  const settled: Attempt[] = [];
  const sending: { line: number; id: string | null; fields: FieldValues }[] = [];
  for (const { line, parentId, parentField, record } of records) {
    const there = found.get(record.key.toLowerCase());
    const fields = there
      ? changesOf(record, there, rights)
      : newFieldsOf(record, parentField, parentId, rights);
    if (!there && record.neededToCreate !== undefined) {
      const expected = 'a value, for the record is new';
      settled.push({
        saved: { line, outcome: 'refused', column: record.neededToCreate, expected },
        exists: false,
      });
    } else if (there && Object.keys(fields).length === 0) {
      settled.push({ saved: { line, outcome: 'unchanged' }, exists: false });
    } else sending.push({ line, id: there?.id ?? null, fields });
  }
  const problems =
    dryRun || sending.length === 0
      ? []
      : await org.saveRecords(
          { object, keyField },
          sending.map(({ id, fields }) => ({ id, fields })),
        );
  const sent = sending.map(({ line, id }, index): Attempt => {
    const problem = problems[index] ?? null;
    if (!problem) return { saved: { line, outcome: id === null ? 'created' : 'updated' }, exists: false };
    const expected = `a record that the org takes; it says: ${problem.message}`;
    return {
      saved: { line, outcome: 'refused', column: '', expected },
      exists: problem.exists && id === null,
    };
  });
  return [...settled, ...sent];
}

function newFieldsOf(
  record: PlannedRecord,
  parentField: string | null,
  parentId: string,
  rights: Map<string, FieldRights>,
): FieldValues {
  const parent = parentField === null ? {} : { [parentField]: parentId };
  return pick({ ...known(record.fields), ...known(record.onCreate ?? {}), ...parent }, (name) =>
    Boolean(rights.get(name)?.createable),
  );
}

function changesOf(record: PlannedRecord, there: FoundRecord, rights: Map<string, FieldRights>): FieldValues {
  const wanted = known(record.fields);
  return pick(
    wanted,
    (name) =>
      Boolean(rights.get(name)?.updateable) && !isSame(wanted[name] ?? null, there.fields[name] ?? null),
  );
}

const isSame = (wanted: FieldValue, there: FieldValue) =>
  wanted === there ||
  (typeof wanted === 'string' && typeof there === 'string' && plain(wanted) === plain(there));
/** An org keeps neither blanks around a text nor carriage returns. */
const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();

function pick(fields: FieldValues, wants: (name: string) => boolean): FieldValues {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => wants(name)));
}

function known(fields: Record<string, FieldValue | undefined>): FieldValues {
  return pick(fields as FieldValues, (name) => fields[name] !== undefined);
}
