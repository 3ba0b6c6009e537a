import { api, LightningElement } from 'lwc';
import type { Group, ReportResults } from 'platform/analytics';
import { groupFilters, reportUrl } from 'platform/reportFilters';

const SUMMARY_WORDS: Readonly<Record<string, string>> = {
  s: 'Sum',
  a: 'Avg',
  m: 'Min',
  mx: 'Max',
  u: 'Unique',
};
const COLUMN_REM = 8;

interface Line {
  group: Group;
  level: number;
}

/** A matrix report: groups down and across, their summaries where they cross, totals at the ends. */
export default class MatrixTable extends LightningElement {
  @api report: ReportResults | undefined;

  get name(): string {
    return this.report?.reportMetadata.name ?? '';
  }

  get corner(): string {
    const { reportMetadata, reportExtendedMetadata } = this.report!;
    const label = (name: string) => reportExtendedMetadata.groupingColumnInfo[name]?.label ?? '';
    const [down, across] = [reportMetadata.groupingsDown, reportMetadata.groupingsAcross].map((groupings) =>
      groupings.map(({ name }) => label(name)).join(', '),
    );
    return `${down} by ${across}`;
  }

  get columns(): { key: string; label: string }[] {
    const across = flatten(this.report!.groupingsAcross.groupings, 0);
    return [
      ...across.map(({ group }) => ({ key: group.key, label: group.label })),
      { key: 'T', label: 'Total' },
    ];
  }

  get rows() {
    const report = this.report!;
    const token = report.reportMetadata.groupingsDown[0]?.name ?? '';
    const groups = flatten(report.groupingsDown.groupings, 0).map(({ group, level }) => ({
      key: group.key,
      label: group.label,
      url: level === 0 ? reportUrl(report.reportMetadata.id, groupFilters(report, token, group)) : undefined,
      className: `level-${level}`,
    }));
    return [...groups, { key: 'T', label: 'Total', url: undefined, className: 'total' }].map((row) => ({
      ...row,
      cells: this.columns.map((column) => ({
        key: `${row.key}!${column.key}`,
        lines: this.lines(`${row.key}!${column.key}`),
      })),
    }));
  }

  /** Columns stay readable on a phone, where the table scrolls. */
  get tableStyle(): string {
    return `min-width: ${(this.columns.length + 1) * COLUMN_REM}rem`;
  }

  private lines(key: string): string[] {
    const fact = this.report!.factMap[key];
    const names = this.report!.reportMetadata.aggregates;
    return (fact?.aggregates ?? []).map(({ label }, index) => {
      const word = SUMMARY_WORDS[names[index]?.split('!')[0] ?? ''];
      return word ? `${word} ${label}` : `${label} records`;
    });
  }
}

function flatten(groups: readonly Group[], level: number): Line[] {
  return groups.flatMap((group) => [{ group, level }, ...flatten(group.groupings, level + 1)]);
}
