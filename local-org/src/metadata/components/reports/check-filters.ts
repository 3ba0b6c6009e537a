import { reportColumns } from '../../../reports/model/report-columns.ts';
import type { ReportDef } from '../../../reports/model/report-def.ts';
import type { ReportTypeDef } from '../../../reports/model/report-type.ts';
import { joinByLogic } from '../../../reports/plan/filter-logic.ts';
import { crossFilterCondition, filterOf } from '../../../reports/plan/report-where.ts';
import { knowsInterval } from '../../../reports/plan/time-frame.ts';
import type { Schema } from '../../../schema/types.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { childFlag, childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import { notFound, problemAt } from '../problem.ts';
import type { ColumnCheck } from './column-check.ts';

const MAX_FILTERS = 20;
/** What a query of the platform's own kind can hold. */
const MAX_CROSS_FILTERS = 2;

/** Checks filters, their logic, cross filters, the time frame and the scope, each with the reason at its place. */
export function checkFilters(
  root: XmlElement,
  def: ReportDef,
  type: ReportTypeDef,
  column: ColumnCheck,
  schema: Schema,
): ComponentProblem[] {
  const filter = childNamed(root, 'filter');
  const items = filter ? childrenNamed(filter, 'criteriaItems') : [];
  const columns = reportColumns(schema, type, def);
  const problems = items.flatMap((item, index) => {
    const { column: token } = def.filters[index]!;
    if (childFlag(item, 'columnToColumn'))
      return [problemAt(item, 'The local org does not model filters that compare two columns.')];
    const missing = column.missing(childNamed(item, 'column'), 'filter-column', token);
    return missing.length > 0 ? missing : attempt(item, () => filterOf(def.filters[index]!, { columns }));
  });
  if (items.length > MAX_FILTERS)
    problems.push(problemAt(filter, `A report has ${MAX_FILTERS} filters at most`));
  if (problems.length === 0) {
    const terms = items.map(() => ({ kind: 'and' as const, terms: [] }));
    problems.push(
      ...attempt(childNamed(filter, 'booleanFilter'), () => joinByLogic(def.booleanFilter, terms)),
    );
  }
  return [
    ...problems,
    ...checkCrossFilters(root, def, type, schema),
    ...checkTimeFrame(root, def, column),
    ...checkScope(root, def, type, schema),
  ];
}

function checkCrossFilters(
  root: XmlElement,
  def: ReportDef,
  type: ReportTypeDef,
  schema: Schema,
): ComponentProblem[] {
  const filters = childrenNamed(root, 'crossFilters');
  if (filters.length > MAX_CROSS_FILTERS)
    return [
      problemAt(
        filters[MAX_CROSS_FILTERS],
        `A report has ${MAX_CROSS_FILTERS} cross filters at most in the local org`,
      ),
    ];
  return filters.flatMap((at, index) => {
    const filter = def.crossFilters[index]!;
    const primary = childText(at, 'primaryTableColumn') ?? '';
    if (primary !== `${type.baseObject}$Id`) {
      return [
        problemAt(
          childNamed(at, 'primaryTableColumn'),
          `Invalid value specified: ${primary}; expected ${type.baseObject}$Id`,
        ),
      ];
    }
    const related = schema.object(filter.relatedTable);
    if (!related)
      return [notFound(childNamed(at, 'relatedTable'), 'relatedTable', 'CustomObject', filter.relatedTable)];
    const join =
      schema.field(related.name, filter.joinField) ?? schema.field(related.name, `${filter.joinField}Id`);
    if (!join?.reference?.to.includes(type.baseObject) || related.name === type.baseObject) {
      return [
        problemAt(
          childNamed(at, 'relatedTableJoinColumn'),
          `Invalid value specified: ${filter.joinField}; expected a lookup of ${related.name} to ${type.baseObject}`,
        ),
      ];
    }
    return attempt(at, () => crossFilterCondition(filter, schema));
  });
}

function checkTimeFrame(root: XmlElement, { timeFrame }: ReportDef, column: ColumnCheck): ComponentProblem[] {
  const at = childNamed(root, 'timeFrameFilter');
  if (!timeFrame || !at) return [];
  const place = childNamed(at, 'dateColumn');
  const found = column.find(timeFrame.column);
  if (!found) return column.missing(place, 'timeFrameFilter-dateColumn', timeFrame.column);
  if (found.kind !== 'field' || !['date', 'datetime'].includes(found.field.type)) {
    return [problemAt(place, `${timeFrame.column} is no date`)];
  }
  if (knowsInterval(timeFrame.interval)) return [];
  return [
    problemAt(childNamed(at, 'interval'), `The local org does not model the interval ${timeFrame.interval}.`),
  ];
}

function checkScope(
  root: XmlElement,
  { scope }: ReportDef,
  { baseObject }: ReportTypeDef,
  schema: Schema,
): ComponentProblem[] {
  if (scope !== 'user' || schema.field(baseObject, 'OwnerId')) return [];
  return [
    problemAt(
      childNamed(root, 'scope'),
      `Records of ${baseObject} have no owner: its reports have the scope organization`,
    ),
  ];
}

function attempt(at: XmlElement | undefined, work: () => unknown): ComponentProblem[] {
  try {
    work();
    return [];
  } catch (error) {
    return [problemAt(at, (error as Error).message)];
  }
}
