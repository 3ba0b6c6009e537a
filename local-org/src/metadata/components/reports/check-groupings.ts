import { fieldOfColumn } from '../../../reports/run/column-type.ts';
import type { GroupingDef, ReportDef } from '../../../reports/model/report-def.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import { problemAt } from '../problem.ts';
import type { ColumnCheck } from './column-check.ts';

const GRANULARITIES = ['None', 'Day', 'Week', 'Month', 'Quarter', 'Year'];
/** Down and across, by format. */
const LIMITS = { Tabular: [0, 0], Summary: [3, 0], Matrix: [2, 2] } as const;

/** Checks that the groupings fit the format, and that each column can be grouped by. */
export function checkGroupings(root: XmlElement, def: ReportDef, column: ColumnCheck): ComponentProblem[] {
  const down = childrenNamed(root, 'groupingsDown');
  const across = childrenNamed(root, 'groupingsAcross');
  return [
    ...checkCounts(root, def, down.length, across.length),
    ...down.flatMap((at, index) => checkGrouping(at, def.groupingsDown[index]!, def, column)),
    ...across.flatMap((at, index) => checkGrouping(at, def.groupingsAcross[index]!, def, column)),
  ];
}

function checkCounts(
  root: XmlElement,
  { format }: ReportDef,
  down: number,
  across: number,
): ComponentProblem[] {
  const limits = LIMITS[format];
  if (!limits) return [];
  const wrong =
    down > limits[0] ||
    across > limits[1] ||
    (format !== 'Tabular' && down === 0) ||
    (format === 'Matrix' && across === 0);
  if (!wrong) return [];
  const least = format === 'Tabular' ? 0 : 1;
  const rule = `${least} to ${limits[0]} down and ${format === 'Matrix' ? 1 : 0} to ${limits[1]} across`;
  return [problemAt(root, `A report of format ${format} is grouped by ${rule}; found ${down} and ${across}`)];
}

function checkGrouping(
  at: XmlElement,
  grouping: GroupingDef,
  def: ReportDef,
  column: ColumnCheck,
): ComponentProblem[] {
  const { token } = grouping;
  const place = childNamed(at, 'field');
  const found = column.find(token);
  if (!found) return column.missing(place, 'groupings-field', token);
  if (found.kind === 'formula')
    return [problemAt(place, `The local org does not model grouping by the row formula ${token}.`)];
  const field = fieldOfColumn(found);
  if (field.longText || field.type === 'multipicklist') {
    return [problemAt(place, `${token} is of a type that reports cannot group by`)];
  }
  if (!GRANULARITIES.includes(grouping.dateGranularity)) {
    return [
      problemAt(
        childNamed(at, 'dateGranularity'),
        `The local org does not model the date granularity ${grouping.dateGranularity}.`,
      ),
    ];
  }
  return checkSort(at, grouping, def);
}

function checkSort(at: XmlElement, { sortBy }: GroupingDef, { columns }: ReportDef): ComponentProblem[] {
  const type = childText(at, 'sortType') ?? 'Column';
  if (type === 'Column' || sortBy === 'RowCount') return [];
  const place = childNamed(at, 'sortByName') ?? at;
  if (type !== 'Aggregate' || !sortBy)
    return [problemAt(place, `The local org does not model groups sorted by ${type}.`)];
  const summarized = columns.some(
    ({ token, functions }) => token === sortBy.column && functions.includes(sortBy.function),
  );
  return summarized
    ? []
    : [
        problemAt(
          place,
          `Groups are sorted by ${sortBy.function} of ${sortBy.column}, which the report does not summarize`,
        ),
      ];
}
