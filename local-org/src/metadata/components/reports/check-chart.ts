import type { ReportDef } from '../../../reports/model/report-def.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { childNamed, childrenNamed, type XmlElement } from '../../xml/xml-element.ts';
import { problemAt } from '../problem.ts';

/** The charts that the local org draws. */
export const CHART_TYPES = [
  ...['HorizontalBar', 'HorizontalBarStacked', 'VerticalColumn', 'VerticalColumnStacked'],
  ...['Line', 'Donut', 'Pie'],
];

/** Checks that a report's chart is one the local org draws, of what the report groups and summarizes. */
export function checkChart(root: XmlElement, def: ReportDef): ComponentProblem[] {
  const { chart } = def;
  const at = childNamed(root, 'chart');
  if (!chart || !at) return [];
  if (!CHART_TYPES.includes(chart.type)) {
    return [
      problemAt(childNamed(at, 'chartType'), `The local org does not model charts of type ${chart.type}.`),
    ];
  }
  const groupings = checkChartGroupings(at, [chart.grouping, chart.secondaryGrouping], def);
  const summaries = childrenNamed(at, 'chartSummaries');
  if (summaries.length !== 1) {
    return [
      ...groupings,
      problemAt(at, `The local org draws charts of one summary; found ${summaries.length}`),
    ];
  }
  return [...groupings, ...checkSummarized(summaries[0], chart.summaries[0]!, def)];
}

/**
 * Checks that a chart's groupings are ones it can draw: the first by rows or by columns, then the one across or
 * the one inside it.
 */
export function checkChartGroupings(
  at: XmlElement | undefined,
  [primary, secondary]: readonly (string | undefined)[],
  { groupingsDown, groupingsAcross }: ReportDef,
): ComponentProblem[] {
  if (primary === undefined) return [];
  const sides = [groupingsDown, groupingsAcross].map((side) => side.map(({ token }) => token));
  const side = sides.findIndex(([first]) => first === primary);
  if (side < 0) {
    return [problemAt(at, `Invalid value specified: ${primary}; expected the first grouping of the report`)];
  }
  const allowed = [sides[side]![1], sides[1 - side]![0]].filter((token) => token !== undefined);
  if (secondary === undefined || allowed.includes(secondary)) return [];
  const expected = allowed.join(' or ') || 'none';
  return [problemAt(at, `Invalid value specified: ${secondary}; expected ${expected} beside ${primary}`)];
}

/** Checks that a chart or a component measures what its report summarizes. */
export function checkSummarized(
  at: XmlElement | undefined,
  summary: NonNullable<ReportDef['chart']>['summaries'][number],
  { columns }: ReportDef,
): ComponentProblem[] {
  if (summary === 'RowCount') return [];
  const found = columns.some(
    ({ token, functions }) => token === summary.column && functions.includes(summary.function),
  );
  return found
    ? []
    : [
        problemAt(
          at,
          `Invalid value specified: ${summary.function} of ${summary.column}; expected a summary of the report`,
        ),
      ];
}
