import { LightningElement, api } from 'lwc';
import { moveTo, viewBars, viewLegend } from './csRenewalPipelineChartModel';
import type { Bar, ChartBand, ChartChoice, ChartPlace, ChartRow } from './csRenewalPipelineChartModel';

export type { ChartBand, ChartChoice, ChartRow } from './csRenewalPipelineChartModel';

/**
 * ARR by month, each risk band a part of the bar. One stop of the keyboard: up and down go from month to month,
 * left and right from the month to the parts of its bar, Enter chooses.
 *
 * @fires choose with `detail.period` and `detail.band`, which is empty for a whole month
 */
export default class CsRenewalPipelineChart extends LightningElement {
  /** The bars from top to bottom. */
  @api rows: ChartRow[] = [];

  /** The bands that occur, in the order of the legend. */
  @api bands: ChartBand[] = [];

  /** What the list shows. */
  @api choice: ChartChoice = { period: '', band: '' };

  place: ChartPlace = { row: 0, part: 0 };
  /** What the pointer or the keyboard is on, in words. */
  readout = '';
  #takesFocus = false;

  renderedCallback(): void {
    if (!this.#takesFocus) return;
    this.#takesFocus = false;
    this.template?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  get bars(): Bar[] {
    return viewBars(this.rows, this.choice, this.place);
  }

  get legend(): (ChartBand & { className: string })[] {
    return viewLegend(this.bands);
  }

  get hint(): string {
    return this.readout || 'Choose a month or a part of its bar to see the accounts behind it.';
  }

  handleKeydown(event: KeyboardEvent): void {
    const next = moveTo(event.key, this.place, this.rows);
    if (next) {
      event.preventDefault();
      this.#takesFocus = true;
      this.place = next;
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.choose(event.target as Element);
    }
  }

  handleClick(event: Event): void {
    this.choose(event.currentTarget as Element);
  }

  handlePoint(event: Event): void {
    this.readout = (event.currentTarget as Element).getAttribute('aria-label') ?? '';
  }

  handleLeave(): void {
    this.readout = '';
  }

  choose(element: Element): void {
    const { period, band, row, part } = (element as HTMLElement).dataset;
    this.place = { row: Number(row), part: Number(part) };
    this.dispatchEvent(
      new CustomEvent<ChartChoice>('choose', { detail: { period: period ?? '', band: band ?? '' } }),
    );
  }
}
