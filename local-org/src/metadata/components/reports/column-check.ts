import { reportColumns, type ReportColumn } from '../../../reports/model/report-columns.ts';
import type { ReportDef } from '../../../reports/model/report-def.ts';
import type { ReportTypeDef } from '../../../reports/model/report-type.ts';
import type { Schema } from '../../../schema/types.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { childNamed, childrenNamed, type XmlElement } from '../../xml/xml-element.ts';
import { problemAt } from '../problem.ts';

/** Finds the columns of a report that is deployed, or says why there is none. */
export interface ColumnCheck {
  find(token: string): ReportColumn | undefined;
  /** A problem at an element whose text names no column. */
  missing(at: XmlElement | undefined, field: string, token: string): ComponentProblem[];
  /** Formulas and buckets that cannot be read. */
  problemsOf(root: XmlElement): ComponentProblem[];
}

const FORMULA_NAME = /^CDF[1-9]\d*$/;
const BUCKET_NAME = /^BucketField_\w+$/;

/** Creates the check for one report. */
export function createColumnCheck(schema: Schema, type: ReportTypeDef, def: ReportDef): ColumnCheck {
  const columns = reportColumns(schema, type, def);
  const find = (token: string): ReportColumn | undefined => {
    try {
      return columns.find(token);
    } catch {
      // A formula that cannot be read is told once, by problemsOf.
      return undefined;
    }
  };
  return {
    find,
    missing: (at, field, token) =>
      find(token) || def.formulas.some((one) => one.token === token)
        ? []
        : [
            problemAt(
              at,
              `${field}: Invalid value specified: ${token}; expected a column of the report type ${type.name}`,
            ),
          ],
    problemsOf: (root) => [
      ...childrenNamed(root, 'customDetailFormulas').flatMap((at, index) =>
        checkFormula(at, def.formulas[index]!, columns.find),
      ),
      ...childrenNamed(root, 'buckets').flatMap((at, index) => checkBucket(at, def.buckets[index]!, find)),
    ],
  };
}

function checkFormula(
  at: XmlElement,
  formula: ReportDef['formulas'][number],
  find: ColumnCheck['find'],
): ComponentProblem[] {
  if (!FORMULA_NAME.test(formula.token)) {
    return [
      problemAt(
        childNamed(at, 'developerName'),
        `Invalid name of a row formula: ${formula.token}; expected CDF1, CDF2, …`,
      ),
    ];
  }
  if (formula.dataType !== 'Double') {
    return [
      problemAt(
        childNamed(at, 'dataType'),
        `The local org models row formulas of type Double only; found ${formula.dataType}.`,
      ),
    ];
  }
  try {
    find(formula.token);
    return [];
  } catch (error) {
    return [problemAt(childNamed(at, 'calculatedFormula'), `Error: ${(error as Error).message}`)];
  }
}

function checkBucket(
  at: XmlElement,
  bucket: ReportDef['buckets'][number],
  find: ColumnCheck['find'],
): ComponentProblem[] {
  if (!BUCKET_NAME.test(bucket.token)) {
    return [
      problemAt(
        childNamed(at, 'developerName'),
        `Invalid name of a bucket: ${bucket.token}; expected BucketField_<name>`,
      ),
    ];
  }
  const type = childNamed(at, 'bucketType')?.text.trim();
  if (type !== 'number')
    return [problemAt(childNamed(at, 'bucketType'), `The local org does not model buckets of type ${type}.`)];
  const source = find(bucket.source);
  if (source?.kind !== 'field' || !['int', 'double', 'currency', 'percent'].includes(source.field.type)) {
    return [
      problemAt(
        childNamed(at, 'sourceColumnName'),
        `Invalid value specified: ${bucket.source}; expected a number column of the report type`,
      ),
    ];
  }
  return bucket.ranges.length > 0 ? [] : [problemAt(at, 'A bucket needs at least one range of values')];
}
