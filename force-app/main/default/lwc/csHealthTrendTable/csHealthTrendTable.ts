import { LightningElement, api } from 'lwc';
import { listRows } from './csHealthTrendTableModel';
import type { TableEvent, TablePoint, TableRow } from './csHealthTrendTableModel';

/** Health scores and what happened as a table, latest first. */
export default class CsHealthTrendTable extends LightningElement {
  /** The points of the chart, in the order of time. */
  @api points: TablePoint[] = [];

  /** What happened, in the order of time. */
  @api events: TableEvent[] = [];

  get rows(): TableRow[] {
    return listRows(this.points, this.events);
  }
}
