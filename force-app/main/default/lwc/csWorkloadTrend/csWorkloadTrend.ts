import { LightningElement, api } from 'lwc';
import { HEIGHT, WIDTH, describeTrend, drawLine, lastPoint } from './csWorkloadTrendModel';
import type { TrendPoint } from './csWorkloadTrendModel';

/** The effort of one CSM over the weeks as a small line, with the team's average behind it. */
export default class CsWorkloadTrend extends LightningElement {
  /** Whose effort it is. */
  @api name = '';

  /** The CSM's efforts, in the order of days. */
  @api points: TrendPoint[] = [];

  /** The team's averages, in the order of days. */
  @api team: TrendPoint[] = [];

  /** The days from left to right. */
  @api days: string[] = [];

  /** Effort at the upper edge: the same for all lines that are to be compared. */
  @api top = 0;

  get viewBox(): string {
    return `0 0 ${WIDTH} ${HEIGHT}`;
  }

  get line(): string {
    return drawLine(this.points, this.days, this.top);
  }

  get teamLine(): string {
    return drawLine(this.team, this.days, this.top);
  }

  get end(): { x: number; y: number } | null {
    return lastPoint(this.points, this.days, this.top);
  }

  get description(): string {
    return describeTrend(this.name, this.points, this.team);
  }
}
