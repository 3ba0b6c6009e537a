import { LightningElement, api } from 'lwc';
import { HEIGHT, WIDTH, drawLine, lastPoint } from './csExecutiveTrendModel';
import type { TrendPoint } from './csExecutiveTrendModel';

export type { TrendPoint } from './csExecutiveTrendModel';

/** A number over the months as a small line; its range is that of the number, so that a small move shows. */
export default class CsExecutiveTrend extends LightningElement {
  /** The values in the order of days. */
  @api points: TrendPoint[] = [];

  /** What the line shows, for those who cannot see it. */
  @api description = '';

  get viewBox(): string {
    return `0 0 ${WIDTH} ${HEIGHT}`;
  }

  get line(): string {
    return drawLine(this.points);
  }

  get end(): { x: number; y: number } | null {
    return lastPoint(this.points);
  }
}
