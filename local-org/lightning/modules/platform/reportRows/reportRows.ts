import type { DataCell, Fact, Group, ReportResults } from 'platform/analytics';

export interface TableHead {
  token: string;
  label: string;
  isNumber: boolean;
}

/** A value of the table, or the summaries of its column in a group. */
export interface TableCell {
  key: string;
  label: string;
  lines: string[];
  url: string | undefined;
  className: string;
  isFirst: boolean;
}

export interface TableRow {
  key: string;
  kind: 'group' | 'detail' | 'total';
  className: string;
  cells: TableCell[];
}

const NUMBERS: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent']);
const SUMMARY_WORDS: Readonly<Record<string, string>> = {
  s: 'Sum',
  a: 'Avg',
  m: 'Min',
  mx: 'Max',
  u: 'Unique',
};

/** The columns of a report's details. */
export function tableHeads(
  { reportMetadata, reportExtendedMetadata }: ReportResults,
  tokens?: readonly string[],
): TableHead[] {
  return (tokens ?? reportMetadata.detailColumns).flatMap((token) => {
    const info = reportExtendedMetadata.detailColumnInfo[token];
    return info ? [{ token, label: info.label, isNumber: NUMBERS.has(info.dataType) }] : [];
  });
}

/** The rows of a tabular or summary report: each group with its summaries, then what is in it, the whole last. */
export function tableRows(report: ReportResults): TableRow[] {
  const heads = tableHeads(report);
  const rows = report.groupingsDown.groupings.flatMap((group) => groupRows(report, heads, group, 0));
  const whole = report.factMap['T!T'];
  const details = report.groupingsDown.groupings.length > 0 ? [] : detailRows(heads, 'T', whole);
  const total =
    whole && report.reportMetadata.showGrandTotal
      ? [summaryRow(report, heads, 'total', 'Total', whole, 0, 'total')]
      : [];
  return [...rows, ...details, ...total];
}

function groupRows(report: ReportResults, heads: TableHead[], group: Group, level: number): TableRow[] {
  const fact = report.factMap[`${group.key}!T`];
  if (!fact) return [];
  const name = report.reportMetadata.groupingsDown[level]?.name ?? '';
  const label = `${report.reportExtendedMetadata.groupingColumnInfo[name]?.label ?? ''}: ${group.label}`;
  return [
    summaryRow(report, heads, group.key, label, fact, level, 'group'),
    ...group.groupings.flatMap((inner) => groupRows(report, heads, inner, level + 1)),
    ...(group.groupings.length > 0 ? [] : detailRows(heads, group.key, fact)),
  ];
}

function summaryRow(
  { reportMetadata }: ReportResults,
  heads: TableHead[],
  key: string,
  label: string,
  fact: Fact,
  level: number,
  kind: TableRow['kind'],
): TableRow {
  const count = fact.aggregates.at(-1)?.label ?? '0';
  return {
    key: `${kind}${key}`,
    kind,
    className: `${kind} level-${level}`,
    cells: heads.map((head, index) => ({
      key: `${key}${head.token}`,
      label: index === 0 ? `${label} (${count})` : '',
      lines: summaryLines(reportMetadata.aggregates, head.token, fact),
      url: undefined,
      className: head.isNumber ? 'number' : '',
      isFirst: index === 0,
    })),
  };
}

/** `Sum $1,717,000.00`, one line for each summary of a column. */
export function summaryLines(names: readonly string[], token: string, { aggregates }: Fact): string[] {
  return names.flatMap((name, index) => {
    const [prefix = '', ...rest] = name.split('!');
    return rest.join('!') === token
      ? [`${SUMMARY_WORDS[prefix] ?? ''} ${aggregates[index]?.label ?? ''}`]
      : [];
  });
}

function detailRows(heads: TableHead[], key: string, fact: Fact | undefined): TableRow[] {
  return (fact?.rows ?? []).map(({ dataCells }, row) => detailRow(heads, `${key}-${row}`, dataCells));
}

/** One record of a report. */
export function detailRow(heads: TableHead[], key: string, cells: readonly DataCell[]): TableRow {
  return {
    key,
    kind: 'detail',
    className: 'detail',
    cells: heads.map((head, index) => {
      const cell = cells[index];
      return {
        key: `${key}${head.token}`,
        label: textOf(cell),
        lines: [],
        url: cell?.recordId ? `/lightning/r/${cell.recordId}/view` : undefined,
        className: head.isNumber ? 'number' : '',
        isFirst: index === 0,
      };
    }),
  };
}

/** Every record of a report in the order of its sort column, whatever group it is in; blanks last. */
export function allDetails({ factMap, reportMetadata }: ReportResults): DataCell[][] {
  const rows = Object.values(factMap).flatMap((fact) => (fact.rows ?? []).map(({ dataCells }) => dataCells));
  const [sort] = reportMetadata.sortBy;
  const index = sort ? reportMetadata.detailColumns.indexOf(sort.sortColumn) : -1;
  if (index < 0) return rows;
  const direction = sort!.sortOrder === 'Desc' ? -1 : 1;
  return rows.sort((a, b) => {
    const [left, right] = [a[index]?.value ?? null, b[index]?.value ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return left === right ? 0 : direction * (left < right ? -1 : 1);
  });
}

function textOf(cell: DataCell | undefined): string {
  if (typeof cell?.value === 'boolean') return cell.value ? 'Yes' : 'No';
  return cell?.label ?? '';
}
