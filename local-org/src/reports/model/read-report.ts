import {
  childNamed,
  childNumber,
  childrenNamed,
  childText,
  type XmlElement,
} from '../../metadata/xml/xml-element.ts';
import { readChart } from './read-chart.ts';
import type {
  BucketDef,
  CrossFilterDef,
  DateGranularity,
  FilterItem,
  GroupingDef,
  ReportDef,
  ReportFormat,
  RowFormulaDef,
  TimeFrameDef,
} from './report-def.ts';
import { isSummaryFunction, ROW_COUNT } from './summary-function.ts';

/** Reads a deployed Report; what the schema requires is there, since the deploy checked it. */
export function readReport(fullName: string, root: XmlElement): ReportDef {
  const filter = childNamed(root, 'filter');
  const sortColumn = childText(root, 'sortColumn');
  return {
    fullName,
    name: childText(root, 'name') ?? fullName,
    description: childText(root, 'description'),
    format: (childText(root, 'format') ?? 'Tabular') as ReportFormat,
    reportType: (childText(root, 'reportType') ?? '').replace(/__c$/, ''),
    columns: childrenNamed(root, 'columns').map((column) => ({
      token: childText(column, 'field') ?? '',
      functions: childrenNamed(column, 'aggregateTypes')
        .map(({ text }) => text.trim())
        .filter(isSummaryFunction),
    })),
    groupingsDown: childrenNamed(root, 'groupingsDown').map(readGrouping),
    groupingsAcross: childrenNamed(root, 'groupingsAcross').map(readGrouping),
    filters: filter ? childrenNamed(filter, 'criteriaItems').map(readFilterItem) : [],
    booleanFilter: childText(filter, 'booleanFilter'),
    crossFilters: childrenNamed(root, 'crossFilters').map(readCrossFilter),
    timeFrame: readTimeFrame(childNamed(root, 'timeFrameFilter')),
    scope: childText(root, 'scope') === 'user' ? 'user' : 'organization',
    formulas: childrenNamed(root, 'customDetailFormulas').map(readFormula),
    buckets: childrenNamed(root, 'buckets').map(readBucket),
    chart: readChart(childNamed(root, 'chart')),
    showDetails: childText(root, 'showDetails') !== 'false',
    showGrandTotal: childText(root, 'showGrandTotal') !== 'false',
    showSubtotals: childText(root, 'showSubTotals') !== 'false',
    sort:
      sortColumn === undefined
        ? undefined
        : { token: sortColumn, descending: childText(root, 'sortOrder') === 'Desc' },
    rowLimit: childNumber(root, 'rowLimit'),
  };
}

function readGrouping(grouping: XmlElement): GroupingDef {
  return {
    token: childText(grouping, 'field') ?? '',
    dateGranularity: (childText(grouping, 'dateGranularity') ?? 'None') as DateGranularity,
    descending: childText(grouping, 'sortOrder') === 'Desc',
    sortBy: readGroupingSort(grouping),
  };
}

function readGroupingSort(grouping: XmlElement): GroupingDef['sortBy'] {
  if (childText(grouping, 'sortType') !== 'Aggregate') return undefined;
  const summary = childText(grouping, 'aggregateType') ?? '';
  const column = childText(grouping, 'sortByName') ?? '';
  if (summary === ROW_COUNT || column === ROW_COUNT) return ROW_COUNT;
  return isSummaryFunction(summary) ? { function: summary, column } : undefined;
}

function readFilterItem(item: XmlElement): FilterItem {
  return {
    column: childText(item, 'column') ?? '',
    operator: childText(item, 'operator') ?? '',
    value: childText(item, 'value') ?? '',
  };
}

function readCrossFilter(filter: XmlElement): CrossFilterDef {
  return {
    without: childText(filter, 'operation') === 'without',
    relatedTable: childText(filter, 'relatedTable') ?? '',
    joinField: childText(filter, 'relatedTableJoinColumn') ?? '',
    filters: childrenNamed(filter, 'criteriaItems').map(readFilterItem),
  };
}

function readTimeFrame(frame: XmlElement | undefined): TimeFrameDef | undefined {
  if (!frame) return undefined;
  return {
    column: childText(frame, 'dateColumn') ?? '',
    interval: childText(frame, 'interval') ?? '',
    start: childText(frame, 'startDate'),
    end: childText(frame, 'endDate'),
  };
}

function readFormula(formula: XmlElement): RowFormulaDef {
  return {
    token: childText(formula, 'developerName') ?? '',
    label: childText(formula, 'label') ?? '',
    dataType: childText(formula, 'dataType') ?? '',
    scale: childNumber(formula, 'scale') ?? 0,
    expression: childText(formula, 'calculatedFormula') ?? '',
  };
}

function readBucket(bucket: XmlElement): BucketDef {
  return {
    token: childText(bucket, 'developerName') ?? '',
    label: childText(bucket, 'masterLabel') ?? '',
    source: childText(bucket, 'sourceColumnName') ?? '',
    blankIsZero: childText(bucket, 'nullTreatment') === 'z',
    ranges: childrenNamed(bucket, 'values').flatMap((value) =>
      childrenNamed(value, 'sourceValues').map((source) => ({
        label: childText(value, 'value') ?? '',
        from: childNumber(source, 'from'),
        to: childNumber(source, 'to'),
      })),
    ),
  };
}
