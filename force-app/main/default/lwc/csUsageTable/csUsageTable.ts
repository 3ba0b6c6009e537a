import { LightningElement, api } from 'lwc';
import { formatDay, formatNumber } from 'c/csFormat';

/** What the table needs of a period; days as `YYYY-MM-DD`. */
export interface TablePoint {
  id: string;
  from: string;
  to: string;
  value: number;
  seats: number | null;
  usual: number | null;
  low: number | null;
  high: number | null;
  isRunning: boolean;
}

interface Row {
  id: string;
  period: string;
  value: string;
  usual: string;
  seats: string;
}

/** Usage by period as a table, the latest first. */
export default class CsUsageTable extends LightningElement {
  /** The points of the chart, in the order of time. */
  @api points: TablePoint[] = [];

  /** What is counted. */
  @api measure = '';

  get rows(): Row[] {
    return [...this.points].reverse().map(({ id, from, to, value, seats, usual, low, high, isRunning }) => ({
      id,
      period: `${formatDay(from)} – ${formatDay(to)}${isRunning ? ' (not over)' : ''}`,
      value: whole(value),
      usual: usual === null ? '–' : `${whole(usual)} (${whole(low ?? usual)} – ${whole(high ?? usual)})`,
      seats: seats === null ? '–' : whole(seats),
    }));
  }
}

function whole(value: number) {
  return formatNumber(Math.round(value));
}
