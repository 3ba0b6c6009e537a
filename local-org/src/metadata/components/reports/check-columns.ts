import { fieldOfColumn } from '../../../reports/run/column-type.ts';
import type { ReportDef } from '../../../reports/model/report-def.ts';
import { isSummaryFunction } from '../../../reports/model/summary-function.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import { problemAt } from '../problem.ts';
import type { ColumnCheck } from './column-check.ts';

const NUMBERS: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent']);
const MAX_COLUMNS = 100;

/** Checks the columns of a report, their summaries, and what details are sorted by. */
export function checkColumns(root: XmlElement, def: ReportDef, column: ColumnCheck): ComponentProblem[] {
  const entries = childrenNamed(root, 'columns');
  const seen = new Set<string>();
  const problems = entries.flatMap((entry) => {
    const at = childNamed(entry, 'field');
    const token = childText(entry, 'field') ?? '';
    if (seen.has(token)) return [problemAt(at, `The column ${token} stands more than once in the report`)];
    seen.add(token);
    return [...column.missing(at, 'columns-field', token), ...checkSummaries(entry, token, column)];
  });
  if (entries.length === 0) problems.push(problemAt(root, 'A report needs at least one column'));
  if (entries.length > MAX_COLUMNS)
    problems.push(problemAt(root, `A report has ${MAX_COLUMNS} columns at most`));
  const grouped = [...def.groupingsDown, ...def.groupingsAcross].find(({ token }) => seen.has(token));
  if (grouped) {
    problems.push(
      problemAt(root, `The column ${grouped.token} is grouped by; it cannot be shown as a detail column too`),
    );
  }
  if (def.sort && !seen.has(def.sort.token)) {
    problems.push(
      problemAt(
        childNamed(root, 'sortColumn'),
        `The report is sorted by ${def.sort.token}, which is none of its columns`,
      ),
    );
  }
  if (def.rowLimit !== undefined && (def.format !== 'Tabular' || !def.sort)) {
    problems.push(
      problemAt(childNamed(root, 'rowLimit'), 'A row limit needs a tabular report with a sort column'),
    );
  }
  return problems;
}

function checkSummaries(entry: XmlElement, token: string, column: ColumnCheck): ComponentProblem[] {
  const found = column.find(token);
  const type = found && fieldOfColumn(found).type;
  return childrenNamed(entry, 'aggregateTypes').flatMap((at) => {
    const name = at.text.trim();
    if (name === 'None') return [];
    if (!isSummaryFunction(name)) return [problemAt(at, `The local org does not model the summary ${name}.`)];
    if (name === 'Unique' || type === undefined || NUMBERS.has(type)) return [];
    return [problemAt(at, `${token} is of type ${type}, which has no ${name}`)];
  });
}
