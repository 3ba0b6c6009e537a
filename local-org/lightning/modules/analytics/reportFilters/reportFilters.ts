import { api, LightningElement } from 'lwc';
import type { ColumnInfo, ReportFilter, ReportResults } from 'platform/analytics';
import { rangeProblem, type DateFilter } from 'platform/dateRanges';
import { operatorLabel } from 'platform/reportFilters';

const SCOPES = [
  { label: 'All that I may see', value: 'organization' },
  { label: 'Mine', value: 'user' },
];

/**
 * The filters of a report, whose values can be changed for a look; what is saved stays as it is.
 *
 * @fires apply with `detail.filters`, `detail.scope` and `detail.dateFilter`
 * @fires reset
 */
export default class ReportFilters extends LightningElement {
  @api report: ReportResults | undefined;
  /** Filters on top of the report's own, which came with the address. */
  @api added: ReportFilter[] = [];
  /** The columns of the report type, by token. */
  @api columns: Record<string, ColumnInfo> = {};

  scopes = SCOPES;
  /** The range as changed; not private by `#`, which would not be drawn again. */
  changedDates: DateFilter | undefined;
  #values = new Map<number, string>();
  #scope: 'organization' | 'user' | undefined;

  get own(): ReportFilter[] {
    const { reportFilters } = this.report!.reportMetadata;
    return reportFilters.slice(0, reportFilters.length - this.added.length);
  }

  get filters() {
    return this.own.map((filter, index) => ({
      key: `${index}${filter.column}`,
      index,
      value: this.#values.get(index) ?? filter.value,
      label: this.describe(filter),
      placeholder: 'blank',
    }));
  }

  get more() {
    return this.added.map((filter, index) => ({
      key: `${index}${filter.column}`,
      text: `${this.describe(filter)} ${filter.value || 'blank'}`,
    }));
  }

  get hasMore(): boolean {
    return this.added.length > 0;
  }

  /** Whose records are shown can be chosen where the report type knows an owner. */
  get hasOwner(): boolean {
    return Object.keys(this.columns).some((token) => token.endsWith('$Owner'));
  }

  get scope(): string {
    return this.#scope ?? this.report!.reportMetadata.scope;
  }

  get logic(): string | null {
    return this.report!.reportMetadata.reportBooleanFilter;
  }

  get dateFilter(): DateFilter | null {
    return this.changedDates ?? this.report!.reportMetadata.standardDateFilter;
  }

  get dateLabel(): string {
    return this.dateFilter ? this.labelOf(this.dateFilter.column) : '';
  }

  get cannotApply(): boolean {
    return this.dateFilter !== null && rangeProblem(this.dateFilter) !== '';
  }

  get crossFilters(): { key: string; text: string }[] {
    return this.report!.reportMetadata.crossFilters.map(({ includesObject, relatedEntity }, index) => ({
      key: String(index),
      text: `${includesObject ? 'With' : 'Without'} ${relatedEntity.replace(/__c$/, '').replace(/_/g, ' ')}`,
    }));
  }

  handleScope(event: CustomEvent<{ value: string }>): void {
    this.#scope = event.detail.value as 'organization' | 'user';
  }

  handleValue(event: CustomEvent<{ value: string }>): void {
    this.#values.set(Number((event.target as HTMLElement).dataset.index), event.detail.value);
  }

  handleDate(event: CustomEvent<DateFilter>): void {
    this.changedDates = event.detail;
  }

  handleApply(): void {
    const filters = this.own.map((filter, index) => ({
      ...filter,
      value: this.#values.get(index) ?? filter.value,
    }));
    this.dispatchEvent(
      new CustomEvent('apply', { detail: { filters, scope: this.scope, dateFilter: this.dateFilter } }),
    );
  }

  handleReset(): void {
    this.#values = new Map();
    this.#scope = undefined;
    this.changedDates = undefined;
    this.dispatchEvent(new CustomEvent('reset'));
  }

  private describe({ column, operator }: ReportFilter): string {
    return `${this.labelOf(column)} ${operatorLabel(operator)}`;
  }

  private labelOf(token: string): string {
    return this.columns[token]?.label ?? token;
  }
}
