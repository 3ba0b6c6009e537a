import { api, LightningElement } from 'lwc';
import { shortNumber, type ChartData } from 'platform/chartData';

/** Room above the highest and below the lowest point, in shares of their distance. */
const MARGIN = 0.2;

/** A line through the points, left to right. */
export default class LineChart extends LightningElement {
  @api chart: ChartData | undefined;

  get range(): { low: number; high: number } {
    const values = (this.chart?.points ?? []).map(({ value }) => value);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = (high - low || Math.abs(high) || 1) * MARGIN;
    return { low: low - room, high: high + room };
  }

  get places() {
    const points = this.chart?.points ?? [];
    const { low, high } = this.range;
    return points.map((point, index) => ({
      ...point,
      x: points.length > 1 ? 4 + (index / (points.length - 1)) * 92 : 50,
      y: 100 - ((point.value - low) / (high - low)) * 100,
    }));
  }

  get dots() {
    return this.places.map(({ key, x, y }) => ({ key, cx: `${x}%`, cy: `${y}%` }));
  }

  get lines() {
    const { places } = this;
    return places.slice(1).map((end, index) => {
      const start = places[index]!;
      return { key: end.key, x1: `${start.x}%`, y1: `${start.y}%`, x2: `${end.x}%`, y2: `${end.y}%` };
    });
  }

  get labels() {
    return (this.chart?.points ?? []).map((point) => ({
      ...point,
      shortLabel: point.label.replace(/^(\w{3})\w* \d{2}(\d{2})$/, '$1 $2').replace(/ CY20/, ' '),
    }));
  }

  get top(): string {
    return shortNumber(this.range.high, this.chart?.dataType ?? '');
  }

  get bottom(): string {
    return shortNumber(this.range.low, this.chart?.dataType ?? '');
  }
}
