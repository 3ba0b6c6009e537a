import { notImplemented, SalesforceError } from '../errors.ts';
import type { FilterItem, ReportDef, TimeFrameDef } from '../reports/model/report-def.ts';

/** A report as a request asks for it. */
export interface AskedReport {
  def: ReportDef;
  includeDetails: boolean;
}

type Body = Record<string, unknown>;

/** What a request may change for one run. */
const CHANGEABLE: ReadonlySet<string> = new Set([
  ...['reportFilters', 'reportBooleanFilter', 'standardDateFilter', 'scope', 'sortBy', 'hasDetailRows'],
]);
/** What says which report it is, or how it looks, and changes nothing in its numbers. */
const DESCRIPTIVE: ReadonlySet<string> = new Set([
  ...['id', 'name', 'developerName', 'description', 'folderId', 'reportType', 'reportFormat', 'currency'],
  ...['chart', 'hasRecordCount', 'showGrandTotal', 'showSubtotals', 'division', 'historicalSnapshotDates'],
  ...['aggregates', 'detailColumns', 'groupingsDown', 'groupingsAcross', 'crossFilters', 'buckets'],
  ...['customDetailFormula', 'presentationOptions', 'standardFilters', 'topRows', 'userOrHierarchyFilterId'],
]);

/**
 * Lays the `reportMetadata` of a POST over a report for one run: filters and their logic, the date filter,
 * scope and sorting. The rest of the metadata may come along as the API gave it.
 */
export function readOverrides(
  def: ReportDef,
  body: unknown,
  given: { includeDetails: boolean },
): AskedReport {
  const metadata = ((body as Body | undefined)?.reportMetadata ?? {}) as Body;
  for (const name of Object.keys(metadata)) {
    if (CHANGEABLE.has(name) || DESCRIPTIVE.has(name)) continue;
    throw notImplemented(`reportMetadata.${name} of a report run`);
  }
  const details = metadata.hasDetailRows;
  return {
    def: {
      ...def,
      ...(metadata.reportFilters === undefined
        ? {}
        : { filters: readFilters(metadata.reportFilters), booleanFilter: undefined }),
      ...('reportBooleanFilter' in metadata
        ? { booleanFilter: textOrNone(metadata.reportBooleanFilter) }
        : {}),
      ...('standardDateFilter' in metadata ? { timeFrame: readDateFilter(metadata.standardDateFilter) } : {}),
      ...(metadata.scope === undefined ? {} : { scope: readScope(metadata.scope) }),
      ...(metadata.sortBy === undefined ? {} : { sort: readSort(metadata.sortBy) }),
    },
    includeDetails: typeof details === 'boolean' ? details : given.includeDetails,
  };
}

function readFilters(value: unknown): FilterItem[] {
  if (!Array.isArray(value)) throw invalid('reportFilters', 'an array of column, operator and value');
  return value.map((item: Body) => {
    const { column, operator, value: text } = item;
    if (typeof column !== 'string' || typeof operator !== 'string') {
      throw invalid('reportFilters', 'a column and an operator in each filter');
    }
    return { column, operator, value: String(text ?? '') };
  });
}

function readDateFilter(value: unknown): TimeFrameDef | undefined {
  const { column, durationValue, startDate, endDate } = (value ?? {}) as Body;
  if (typeof column !== 'string') return undefined;
  const interval =
    durationValue === undefined || durationValue === 'CUSTOM' ? 'INTERVAL_CUSTOM' : String(durationValue);
  return { column, interval, start: textOrNone(startDate), end: textOrNone(endDate) };
}

function readScope(value: unknown): ReportDef['scope'] {
  if (value === 'organization' || value === 'user') return value;
  throw invalid('scope', 'organization or user');
}

function readSort(value: unknown): ReportDef['sort'] {
  const [first] = Array.isArray(value) ? (value as Body[]) : [];
  if (!first) return undefined;
  return { token: String(first.sortColumn), descending: first.sortOrder === 'Desc' };
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function invalid(name: string, expected: string): SalesforceError {
  return new SalesforceError('BAD_REQUEST', `Invalid reportMetadata.${name}; expected ${expected}`);
}
