import { api, LightningElement } from 'lwc';
import {
  describeReport,
  runReport,
  type ColumnInfo,
  type ReportFilter,
  type ReportMetadata,
  type ReportResults,
} from 'platform/analytics';
import { chartData, type ChartData } from 'platform/chartData';
import { overridesFor, readFilters, reportUrl } from 'platform/reportFilters';
import { messageOf } from 'platform/shellData';
import { goToUrl } from 'platform/location';

/** What the panel asks for. */
interface Asked {
  filters: readonly ReportFilter[];
  scope: ReportMetadata['scope'];
  dateFilter: ReportMetadata['standardDateFilter'];
}

/** A report: its totals, chart and table, and a panel to change its filters for a look. */
export default class ReportPage extends LightningElement {
  report: ReportResults | undefined;
  /** The report as saved, which a reset goes back to. */
  saved: ReportResults | undefined;
  columns: Record<string, ColumnInfo> = {};
  error: string | undefined;
  loading = false;
  showsFilters = false;
  #recordId = '';
  #filterText: string | undefined;
  #question = 0;
  #isToOpen = false;

  @api
  get recordId(): string {
    return this.#recordId;
  }
  set recordId(id: string) {
    if (id === this.#recordId) return;
    this.#recordId = id;
    this.saved = this.report = undefined;
    this.columns = {};
    this.openOnceSet();
  }

  /** Filters of the address, on top of the report's own. */
  @api
  get filterText(): string | undefined {
    return this.#filterText;
  }
  set filterText(text: string | undefined) {
    if (text === this.#filterText) return;
    this.#filterText = text;
    this.openOnceSet();
  }

  get added(): ReportFilter[] {
    return readFilters(this.#filterText);
  }

  get isMatrix(): boolean {
    return this.report?.reportMetadata.reportFormat === 'MATRIX';
  }

  get summaries(): { key: string; label: string; text: string }[] {
    const { reportMetadata, reportExtendedMetadata, factMap } = this.report!;
    return reportMetadata.aggregates.map((name, index) => ({
      key: name,
      label: reportExtendedMetadata.aggregateColumnInfo[name]?.label ?? name,
      text: factMap['T!T']?.aggregates[index]?.label ?? '',
    }));
  }

  get chart(): ChartData | undefined {
    const wish = this.report?.reportMetadata.chart;
    const [aggregate] = wish?.summaries ?? [];
    if (!wish || aggregate === undefined) return undefined;
    return chartData(this.report!, { groupings: wish.groupings, aggregate, filters: this.added });
  }

  get chartKind(): string {
    return this.report?.reportMetadata.chart?.chartType ?? '';
  }

  get chartTitle(): string {
    return this.report?.reportMetadata.chart?.title ?? '';
  }

  get isEmpty(): boolean {
    return this.report?.factMap['T!T']?.aggregates.at(-1)?.value === 0;
  }

  get filterButton(): string {
    return this.showsFilters ? 'Hide filters' : 'Show filters';
  }

  get panelState(): string {
    return String(this.showsFilters);
  }

  get bodyClass(): string {
    return `slds-col slds-size_1-of-1 ${this.showsFilters ? 'slds-large-size_9-of-12' : ''}`;
  }

  get isCut(): boolean {
    return this.report?.allData === false;
  }

  handlePanel(): void {
    this.showsFilters = !this.showsFilters;
  }

  handleRefresh(): void {
    void this.open();
  }

  handleApply(event: CustomEvent<Asked>): void {
    void this.run(event.detail);
  }

  handleReset(): void {
    if (this.added.length > 0) goToUrl(reportUrl(this.#recordId));
    else void this.open();
  }

  /** Attributes come one by one, and make one question together. */
  private openOnceSet(): void {
    if (this.#isToOpen) return;
    this.#isToOpen = true;
    queueMicrotask(() => {
      this.#isToOpen = false;
      void this.open();
    });
  }

  private async open(): Promise<void> {
    const question = ++this.#question;
    this.loading = true;
    this.error = undefined;
    try {
      const id = this.#recordId;
      const [saved, described] = await Promise.all([runReport(id), describeReport(id)]);
      if (question !== this.#question) return;
      this.saved = saved;
      this.columns = Object.assign(
        {},
        ...described.reportTypeMetadata.categories.map((one) => one.columns),
      ) as Record<string, ColumnInfo>;
      this.name(saved.reportMetadata.name);
      const { reportFilters: filters, scope, standardDateFilter: dateFilter } = saved.reportMetadata;
      if (this.added.length > 0) return await this.run({ filters, scope, dateFilter });
      this.report = saved;
    } catch (error) {
      if (question === this.#question) this.error = messageOf(error);
    } finally {
      if (question === this.#question) this.loading = false;
    }
  }

  private async run({ filters, scope, dateFilter }: Asked): Promise<void> {
    const question = ++this.#question;
    this.loading = true;
    try {
      const overrides = overridesFor(this.saved!.reportMetadata, filters, this.added, scope, dateFilter);
      const report = await runReport(this.#recordId, overrides);
      if (question !== this.#question) return;
      this.report = report;
      this.error = undefined;
    } catch (error) {
      if (question === this.#question) this.error = messageOf(error);
    } finally {
      if (question === this.#question) this.loading = false;
    }
  }

  private name(title: string): void {
    const detail = { title: `${title} | Report`, objectApiName: 'Report' };
    this.dispatchEvent(new CustomEvent('pagenamed', { detail, bubbles: true, composed: true }));
  }
}
