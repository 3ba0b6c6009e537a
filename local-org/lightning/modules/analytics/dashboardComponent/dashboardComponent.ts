import { api, LightningElement } from 'lwc';
import type { DashboardComponent, DashboardResults, ReportFilter } from 'platform/analytics';
import { chartData, shortNumber, type ChartData } from 'platform/chartData';
import { reportUrl } from 'platform/reportFilters';
import { toneOf, toneOfValue } from './tones.ts';

/** One component of a dashboard: a number, a gauge, a chart or a table, and the way to its report. */
export default class DashboardComponentView extends LightningElement {
  @api component: DashboardComponent | undefined;
  @api data: DashboardResults['componentData'][number] | undefined;
  /** The chosen options of the dashboard's filters, for the report behind it. */
  @api filters: ReportFilter[] = [];

  get kind(): string {
    return this.component!.properties.visualizationType;
  }

  get isMetric(): boolean {
    return this.kind === 'Metric';
  }

  get isGauge(): boolean {
    return this.kind === 'Gauge';
  }

  get isTable(): boolean {
    return this.kind === 'FlexTable';
  }

  get heading(): string {
    return this.component!.header ?? this.component!.title ?? '';
  }

  get error(): string | null {
    return this.data?.status.errorMessage ?? null;
  }

  get url(): string {
    return reportUrl(this.component!.reportId, this.filters);
  }

  get linkLabel(): string {
    return `View Report: ${this.heading}`;
  }

  get value(): number | null {
    return this.total?.value ?? null;
  }

  get valueText(): string {
    return this.value === null ? '–' : shortNumber(this.value, this.dataType);
  }

  get valueDescription(): string {
    return `${this.heading}: ${this.total?.label ?? '–'}. View Report`;
  }

  get options(): DashboardComponent['properties']['visualizationProperties'] {
    return this.component!.properties.visualizationProperties;
  }

  get tones(): string[] {
    return this.options.colors.map(toneOf);
  }

  get tone(): string {
    return toneOfValue(this.value, this.options.breakPoints, this.tones);
  }

  get gaugeMax(): number {
    return this.options.gaugeMax ?? 0;
  }

  get chart(): ChartData {
    const { groupings, sort, maxRows } = this.component!.properties;
    return chartData(this.data!.reportResult!, {
      groupings: groupings.map(({ name }) => name),
      aggregate: this.aggregate,
      sort,
      limit: maxRows,
      filters: this.filters,
    });
  }

  private get aggregate(): string {
    return this.component!.properties.aggregates[0]?.name ?? '';
  }

  private get dataType(): string {
    return (
      this.data?.reportResult?.reportExtendedMetadata.aggregateColumnInfo[this.aggregate]?.dataType ?? ''
    );
  }

  private get total() {
    const report = this.data?.reportResult;
    return report?.factMap['T!T']?.aggregates[report.reportMetadata.aggregates.indexOf(this.aggregate)];
  }
}
