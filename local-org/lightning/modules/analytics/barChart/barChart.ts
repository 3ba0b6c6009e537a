import { api, LightningElement } from 'lwc';
import type { ChartData } from 'platform/chartData';

/** Bars from the left, one below the other; the parts of a stacked one side by side. */
export default class BarChart extends LightningElement {
  @api chart: ChartData | undefined;

  get bars() {
    const points = this.chart?.points ?? [];
    const longest = Math.max(0, ...points.map(({ value }) => value));
    const share = (value: number) => (longest > 0 ? (Math.max(0, value) / longest) * 100 : 0);
    return points.map((point) => {
      let x = 0;
      const parts = point.parts.length > 0 ? point.parts : [{ ...point, className: 'colour-0' }];
      return {
        ...point,
        drawn: parts.map(({ key, value, className }) => {
          const start = x;
          x += share(value);
          return {
            key: `${point.key}-${key}`,
            x: `${start}%`,
            width: `${share(value)}%`,
            className: `part ${className}`,
          };
        }),
      };
    });
  }
}
