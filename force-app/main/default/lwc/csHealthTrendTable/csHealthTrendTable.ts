import { LightningElement, api } from 'lwc';
import { formatDay, formatNumber } from 'c/csFormat';

/** What the table needs of a point; days as `YYYY-MM-DD`. */
export interface TablePoint {
  id: string;
  day: string;
  score: number;
  source: string;
  comment: string;
}

/** Health scores as a table, latest first. */
export default class CsHealthTrendTable extends LightningElement {
  /** The scores, in the order of time. */
  @api points: TablePoint[] = [];

  get rows(): { id: string; day: string; score: string; source: string; comment: string }[] {
    return this.points
      .map((point) => ({ ...point, day: formatDay(point.day), score: formatNumber(point.score) }))
      .reverse();
  }
}
