import { childrenNamed, childText, type XmlElement } from '../../metadata/xml/xml-element.ts';
import type { ChartDef } from './report-def.ts';
import { isSummaryFunction, ROW_COUNT, type Aggregate } from './summary-function.ts';

/** Reads the chart of a report, if it has one. */
export function readChart(chart: XmlElement | undefined): ChartDef | undefined {
  const type = childText(chart, 'chartType') ?? 'None';
  if (!chart || type === 'None') return undefined;
  return {
    type,
    title: childText(chart, 'title'),
    grouping: childText(chart, 'groupingColumn'),
    secondaryGrouping: childText(chart, 'secondaryGroupingColumn'),
    summaries: childrenNamed(chart, 'chartSummaries').map(readChartSummary),
  };
}

/** Reads what a chart or a dashboard component measures: a summarized column, or the number of records. */
export function readChartSummary(summary: XmlElement): Aggregate | typeof ROW_COUNT {
  const column = childText(summary, 'column') ?? ROW_COUNT;
  const name = childText(summary, 'aggregate') ?? '';
  return column !== ROW_COUNT && isSummaryFunction(name) ? { function: name, column } : ROW_COUNT;
}
