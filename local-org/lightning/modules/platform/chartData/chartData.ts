import type { Group, ReportFilter, ReportResults } from 'platform/analytics';
import { groupFilters, reportUrl } from 'platform/reportFilters';
import { shortNumber } from './shortNumber.ts';

export { shortNumber };

/** One colour of a chart. */
export interface ChartSeries {
  label: string;
  className: string;
}

/** A slice of a bar. */
export interface ChartPart {
  key: string;
  label: string;
  className: string;
  value: number;
  text: string;
}

/** A bar, a column, a slice or a point, with the report behind it. */
export interface ChartPoint {
  key: string;
  label: string;
  value: number;
  text: string;
  parts: ChartPart[];
  url: string;
  /** The whole of it in words, and what is in it. */
  description: string;
  inside: string;
}

export interface ChartData {
  measure: string;
  dataType: string;
  points: ChartPoint[];
  /** More than one only where bars are stacked. */
  series: ChartSeries[];
}

export interface ChartWish {
  /** The grouping that makes bars or points, and the one that makes their parts. */
  groupings: readonly string[];
  aggregate: string;
  sort?: string | null;
  limit?: number | null;
  /** Filters that the report behind a bar gets besides. */
  filters?: readonly ReportFilter[];
}

const COLOURS = 8;

/** Reads from a run report what a chart of it draws. */
export function chartData(report: ReportResults, wish: ChartWish): ChartData {
  const { reportMetadata, reportExtendedMetadata, factMap } = report;
  const [primary = '', secondary] = wish.groupings;
  const index = reportMetadata.aggregates.indexOf(wish.aggregate);
  const info = reportExtendedMetadata.aggregateColumnInfo[wish.aggregate];
  const dataType = info?.dataType ?? 'double';
  const isAcross = reportMetadata.groupingsAcross[0]?.name === primary;
  const groups = report[isAcross ? 'groupingsAcross' : 'groupingsDown'].groupings;
  const others = report[isAcross ? 'groupingsDown' : 'groupingsAcross'].groupings;
  const cell = (down: string, across: string) => factMap[`${down}!${across}`]?.aggregates[index];
  const whole = (group: Group) => (isAcross ? cell('T', group.key) : cell(group.key, 'T'));
  const partsOf = (group: Group): { group: Group; value: number | null }[] => {
    if (secondary === undefined) return [];
    if (group.groupings.length > 0) {
      return group.groupings.map((inner) => ({ group: inner, value: whole(inner)?.value ?? null }));
    }
    return others.map((other) => ({
      group: other,
      value: (isAcross ? cell(other.key, group.key) : cell(group.key, other.key))?.value ?? null,
    }));
  };
  const labels = [...new Set(groups.flatMap((group) => partsOf(group).map((part) => part.group.label)))];
  const classOf = (label: string) => `colour-${labels.indexOf(label) % COLOURS}`;
  const points = groups.map((group): ChartPoint => {
    const total = whole(group);
    const parts = partsOf(group)
      .filter(({ value }) => value !== null && value !== 0)
      .map(({ group: { key, label }, value }) => ({
        ...{ key, label, className: classOf(label), value: value!, text: shortNumber(value!, dataType) },
      }));
    const inside = parts.map(({ label, text }) => `${label} ${text}`).join(', ');
    const filters = [...(wish.filters ?? []), ...groupFilters(report, primary, group)];
    return {
      key: group.key,
      label: group.label,
      value: total?.value ?? 0,
      text: total?.value === null ? '–' : shortNumber(total?.value ?? 0, dataType),
      parts,
      url: reportUrl(reportMetadata.id, filters),
      inside,
      description: `${group.label}: ${total?.label ?? '0'}${inside ? ` (${inside})` : ''}`,
    };
  });
  return {
    measure: info?.label ?? '',
    dataType,
    points: arrange(points, wish),
    series: labels.map((label) => ({ label, className: classOf(label) })),
  };
}

function arrange(points: ChartPoint[], { sort, limit }: ChartWish): ChartPoint[] {
  const sorted = [...points];
  if (sort === 'RowValueDescending') sorted.sort((a, b) => b.value - a.value);
  if (sort === 'RowValueAscending') sorted.sort((a, b) => a.value - b.value);
  if (sort === 'RowLabelDescending') sorted.reverse();
  return limit ? sorted.slice(0, limit) : sorted;
}
