import { api, LightningElement } from 'lwc';
import type { ChartData } from 'platform/chartData';

const MONTH = /^(\w{3})\w* (\d{4})$/;

/** Columns side by side; the parts of a stacked one on top of one another. */
export default class ColumnChart extends LightningElement {
  @api chart: ChartData | undefined;

  get columns() {
    const points = this.chart?.points ?? [];
    const highest = Math.max(0, ...points.map(({ value }) => value));
    const share = (value: number) => (highest > 0 ? (Math.max(0, value) / highest) * 100 : 0);
    return points.map((point) => {
      let top = 100;
      const parts = point.parts.length > 0 ? point.parts : [{ ...point, className: 'colour-0' }];
      return {
        ...point,
        shortLabel: point.label.replace(MONTH, '$1 $2'),
        drawn: parts.map(({ key, value, className }) => {
          const height = share(value);
          top -= height;
          return {
            key: `${point.key}-${key}`,
            y: `${top}%`,
            height: `${height}%`,
            className: `part ${className}`,
          };
        }),
      };
    });
  }
}
