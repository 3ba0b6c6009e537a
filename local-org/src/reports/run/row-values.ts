import type { FieldValue, SObject } from '../../records/types.ts';
import type { FieldPath } from '../../soql/ast.ts';
import type { BucketDef } from '../model/report-def.ts';
import type { ReportColumn } from '../model/report-columns.ts';

/** What a row has in a column: the value, and the record whose name it is. */
export interface CellValue {
  value: FieldValue;
  recordId: string | null;
}

/** Reads the value of a column from a record, working out formulas and buckets. */
export function cellValue(column: ReportColumn, record: SObject, today: string): CellValue {
  switch (column.kind) {
    case 'field': {
      const recordId = column.idPath ? readPath(record, column.idPath) : null;
      return { value: readPath(record, column.path), recordId: recordId === null ? null : String(recordId) };
    }
    case 'formula': {
      const { columns, evaluate } = column.formula;
      const valueOf = (token: string) => {
        const source = columns.find((one) => one.token === token);
        return source ? cellValue(source, record, today).value : null;
      };
      return { value: rounded(evaluate(valueOf, today), column.def.scale), recordId: null };
    }
    case 'bucket':
      return { value: bucketOf(column.def, cellValue(column.source, record, today).value), recordId: null };
  }
}

function readPath(record: SObject, path: FieldPath): FieldValue {
  let here: unknown = record;
  for (const step of path) {
    if (here === null || typeof here !== 'object') return null;
    here = (here as Record<string, unknown>)[step];
  }
  return here === undefined || typeof here === 'object' ? null : (here as FieldValue);
}

/** The label of the range that holds a number; a blank is in none unless the bucket takes it as zero. */
export function bucketOf({ ranges, blankIsZero }: BucketDef, value: FieldValue): string | null {
  const number = value === null && blankIsZero ? 0 : value;
  if (typeof number !== 'number') return null;
  const range = ranges.find(
    ({ from, to }) => (from === undefined || number > from) && (to === undefined || number <= to),
  );
  return range?.label ?? null;
}

function rounded(value: FieldValue, scale: number): FieldValue {
  return typeof value === 'number' ? Number(value.toFixed(scale)) : value;
}
