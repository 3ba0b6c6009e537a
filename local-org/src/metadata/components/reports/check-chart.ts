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
  const grouped = [...def.groupingsDown, ...def.groupingsAcross].map(({ token }) => token);
  const groupings = ['groupingColumn', 'secondaryGroupingColumn'].flatMap((name) => {
    const place = childNamed(at, name);
    const token = place?.text.trim();
    return token === undefined || grouped.includes(token)
      ? []
      : [
          problemAt(
            place,
            `chart-${name}: Invalid value specified: ${token}; expected a grouping of the report`,
          ),
        ];
  });
  const summaries = childrenNamed(at, 'chartSummaries');
  if (summaries.length !== 1) {
    return [
      ...groupings,
      problemAt(at, `The local org draws charts of one summary; found ${summaries.length}`),
    ];
  }
  return [...groupings, ...checkSummarized(summaries[0], chart.summaries[0]!, def)];
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
