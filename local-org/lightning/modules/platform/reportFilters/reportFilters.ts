import type { Group, ReportFilter, ReportMetadata, ReportOverrides, ReportResults } from 'platform/analytics';

const OPERATORS: Readonly<Record<string, string>> = {
  equals: 'equals',
  notEqual: 'not equal to',
  lessThan: 'less than',
  greaterThan: 'greater than',
  lessOrEqual: 'less or equal',
  greaterOrEqual: 'greater or equal',
  contains: 'contains',
  notContain: 'does not contain',
  startsWith: 'starts with',
  includes: 'includes',
  excludes: 'excludes',
};
const MONTHS: Readonly<Record<string, number>> = { Month: 1, Quarter: 3, Year: 12 };

/** What a filter's operator is called. */
export function operatorLabel(operator: string): string {
  return OPERATORS[operator] ?? operator;
}

/** The address of a report with filters on top of its own. */
export function reportUrl(id: string, filters: readonly ReportFilter[] = []): string {
  const path = `/lightning/r/Report/${id}/view`;
  return filters.length > 0 ? `${path}?${new URLSearchParams({ filters: JSON.stringify(filters) })}` : path;
}

/** The filters that an address carries; none where it carries nothing readable. */
export function readFilters(text: string | undefined): ReportFilter[] {
  if (!text) return [];
  try {
    const parsed = JSON.parse(text) as ReportFilter[];
    return Array.isArray(parsed) ? parsed.filter(({ column, operator }) => Boolean(column && operator)) : [];
  } catch {
    return [];
  }
}

/** The filters that leave one group of a report: its value, or the days of its period. A bucket has none. */
export function groupFilters(
  { reportMetadata, reportExtendedMetadata }: ReportResults,
  token: string,
  group: Group,
): ReportFilter[] {
  if (!token.includes('$')) return [];
  const grouping = [...reportMetadata.groupingsDown, ...reportMetadata.groupingsAcross].find(
    ({ name }) => name === token,
  );
  const info = reportExtendedMetadata.groupingColumnInfo[token];
  if (group.value === null) return [{ column: token, operator: 'equals', value: '' }];
  if (info?.dataType === 'date' || info?.dataType === 'datetime') {
    return periodFilters(token, String(group.value), grouping?.dateGranularity ?? 'Day');
  }
  return [
    { column: token, operator: 'equals', value: quoted(info?.isLookup ? group.label : String(group.value)) },
  ];
}

function periodFilters(column: string, start: string, granularity: string): ReportFilter[] {
  const end = new Date(`${start}T00:00:00Z`);
  if (MONTHS[granularity]) end.setUTCMonth(end.getUTCMonth() + MONTHS[granularity]);
  else end.setUTCDate(end.getUTCDate() + (granularity === 'Week' ? 7 : 1));
  return [
    { column, operator: 'greaterOrEqual', value: start },
    { column, operator: 'lessThan', value: end.toISOString().slice(0, 10) },
  ];
}

/** A value with a comma stands in quotes, since commas part alternatives. */
function quoted(value: string): string {
  return value.includes(',') ? `"${value}"` : value;
}

/** What a run is asked for: the report's filters and its range of days as changed, and more filters on top of them. */
export function overridesFor(
  saved: ReportMetadata,
  filters: readonly ReportFilter[],
  more: readonly ReportFilter[],
  scope: ReportMetadata['scope'],
  dateFilter: ReportMetadata['standardDateFilter'] = saved.standardDateFilter,
): ReportOverrides {
  const numbers = more.map((_filter, index) => String(filters.length + index + 1));
  const logic = saved.reportBooleanFilter;
  return {
    reportFilters: [...filters, ...more].map(({ column, operator, value }) => ({ column, operator, value })),
    reportBooleanFilter: logic && [`(${logic})`, ...numbers].join(' AND '),
    scope,
    ...(dateFilter ? { standardDateFilter: dateFilter } : {}),
  };
}
