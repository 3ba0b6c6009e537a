import type { Schema } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import { fieldsAlong } from './fields-along.ts';
import { readRowFormula, type RowFormula } from './row-formula.ts';
import type { BucketDef, ReportDef, RowFormulaDef } from './report-def.ts';
import type { ReportTypeDef } from './report-type.ts';
import { resolveReportField, type ResolvedReportField } from './resolve-field.ts';

/** A column that a report can show, filter, group or summarize. */
export type ReportColumn =
  | ({ kind: 'field'; token: string } & ResolvedReportField)
  | { kind: 'formula'; token: string; label: string; def: RowFormulaDef; formula: RowFormula<ReportColumn> }
  | { kind: 'bucket'; token: string; label: string; def: BucketDef; source: ReportColumn };

/** The columns of one report by token: fields of its type, row formulas and buckets. */
export interface ReportColumns {
  /** Undefined when the report type does not hold the field, or the field does not exist. */
  find(token: string): ReportColumn | undefined;
  /** Whether a user may read everything a column is made of. */
  isReadable(column: ReportColumn, user: UserContext): boolean;
}

/** Creates the columns of a report. */
export function reportColumns(
  schema: Schema,
  type: ReportTypeDef,
  { formulas, buckets }: Pick<ReportDef, 'formulas' | 'buckets'>,
): ReportColumns {
  const known = new Map<string, ReportColumn | undefined>();

  function resolve(token: string): ReportColumn | undefined {
    const formula = formulas.find((one) => one.token === token);
    if (formula) {
      const parsed = readRowFormula(formula.expression, (name) => find(name));
      return { kind: 'formula', token, label: formula.label, def: formula, formula: parsed };
    }
    const bucket = buckets.find((one) => one.token === token);
    if (bucket) {
      const source = find(bucket.source);
      return source && { kind: 'bucket', token, label: bucket.label, def: bucket, source };
    }
    const [table = '', name = ''] = token.split('$');
    const column = type.columns.find((one) => one.table === table && one.field === name);
    const resolved = column && resolveReportField(schema, type.baseObject, name);
    return resolved && { kind: 'field', token, ...resolved, label: column.label ?? resolved.label };
  }

  function find(token: string): ReportColumn | undefined {
    if (!known.has(token)) known.set(token, resolve(token));
    return known.get(token);
  }

  function isReadable(column: ReportColumn, user: UserContext): boolean {
    switch (column.kind) {
      case 'field':
        return fieldsAlong(schema, type.baseObject, column.path).every(({ object, field }) =>
          user.canField(object, field, 'read'),
        );
      case 'formula':
        return column.formula.columns.every((one) => isReadable(one, user));
      case 'bucket':
        return isReadable(column.source, user);
    }
  }

  return { find, isReadable };
}
