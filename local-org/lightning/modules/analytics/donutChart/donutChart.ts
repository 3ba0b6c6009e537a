import { api, LightningElement } from 'lwc';
import { shortNumber, type ChartData } from 'platform/chartData';

const COLOURS = 8;

/** A ring of slices, the whole in its middle, and what each slice is beside it. */
export default class DonutChart extends LightningElement {
  @api chart: ChartData | undefined;

  get whole(): number {
    return (this.chart?.points ?? []).reduce((sum, { value }) => sum + Math.max(0, value), 0);
  }

  get middle(): string {
    return shortNumber(this.whole, this.chart?.dataType ?? '');
  }

  get slices() {
    let start = 0;
    return (this.chart?.points ?? []).map((point, index) => {
      const share = this.whole > 0 ? (Math.max(0, point.value) / this.whole) * 100 : 0;
      const offset = 25 - start;
      start += share;
      return {
        ...point,
        share: `${Math.round(share)}%`,
        dashes: `${share} ${100 - share}`,
        offset: String(offset),
        className: `slice colour-${index % COLOURS}`,
        swatch: `swatch colour-${index % COLOURS}`,
      };
    });
  }
}
