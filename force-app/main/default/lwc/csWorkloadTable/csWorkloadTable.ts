import { LightningElement, api } from 'lwc';
import { viewColumns, viewRow } from './csWorkloadTableModel';
import type { Column, Row, WorkloadNumbers } from './csWorkloadTableModel';

interface Point {
  day: string;
  effort: number;
}

/**
 * A row for each CSM, with numbers that open what is behind them.
 *
 * @fires measure with the CSM and the number that was clicked
 * @fires sort with the field of a heading
 */
export default class CsWorkloadTable extends LightningElement {
  /** The CSMs, in the order in which they are shown. */
  @api csms: WorkloadNumbers[] = [];

  /** Efforts of the weeks, by CSM. */
  @api trends = new Map<string, Point[]>();

  /** The team's average efforts of the weeks. */
  @api team: Point[] = [];

  /** The days of the trend, oldest first. */
  @api days: string[] = [];

  /** The team's average effort now, in hours a month; null while unknown. */
  @api teamEffort: number | null = null;

  /** By what it is sorted. */
  @api sorting = { field: '', isDescending: false };

  /** The number whose accounts are open. */
  @api shown: { csmId: string; measure: string } | undefined;

  /** Puts the keyboard back on a number, once what it opened is closed. */
  @api
  focusOn(csmId: string, measure: string): void {
    const buttons = [...(this.template?.querySelectorAll<HTMLElement>('button[data-csm]') ?? [])];
    const pressed = buttons.find(({ dataset }) => dataset.csm === csmId && dataset.measure === measure);
    pressed?.focus();
  }

  get columns(): Column[] {
    return viewColumns(this.sorting);
  }

  get rows(): (Row & { points: Point[] })[] {
    return this.csms.map((csm) => ({
      ...viewRow(csm, this.teamEffort, this.shown),
      points: this.trends.get(csm.csmId) ?? [],
    }));
  }

  /** The highest effort of all: lines of the same height mean the same effort. */
  get top(): number {
    const efforts = [...this.trends.values()].flat().concat(this.team);
    return efforts.reduce((highest, { effort }) => Math.max(highest, effort), 0);
  }

  handleSort(event: Event): void {
    const { field } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('sort', { detail: { field } }));
  }

  handleMeasure(event: Event): void {
    const { csm: csmId, measure } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('measure', { detail: { csmId, measure } }));
  }
}
