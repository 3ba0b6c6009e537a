import { api, LightningElement } from 'lwc';
import type { ChartData, ChartSeries } from 'platform/chartData';

/** Draws chart data as bars, columns, a line or a ring. Every bar, column and slice leads to the report behind it. */
export default class Chart extends LightningElement {
  /** `Bar`, `BarStacked`, `Column`, `ColumnStacked`, `Line`, `Donut` or `Pie`; reports say `Horizontal Bar` and the like. */
  @api kind = '';
  @api chart: ChartData | undefined;
  /** What the chart is called, for those who do not see it. */
  @api label = '';

  get isBar(): boolean {
    return /^(?:Bar|Stacked Horizontal|Horizontal)/.test(this.kind);
  }

  get isColumn(): boolean {
    return /^(?:Column|Stacked Vertical|Vertical)/.test(this.kind);
  }

  get isLine(): boolean {
    return this.kind.startsWith('Line');
  }

  get isEmpty(): boolean {
    return (this.chart?.points.length ?? 0) === 0;
  }

  get legend(): (ChartSeries & { swatch: string })[] {
    const series = this.isBar || this.isColumn ? (this.chart?.series ?? []) : [];
    return series.map((one) => ({ ...one, swatch: `swatch ${one.className}` }));
  }

  get hasLegend(): boolean {
    return this.legend.length > 0;
  }
}
