import { LightningElement, api } from 'lwc';
import { dayTicks, frameFor, valueTicks } from './usageFrame';
import type { Frame, Tick } from './usageFrame';
import { drawBand, drawLine, drawSeats, drawUsual, placeAfterKey, placePoints } from './usageMarks';
import type { ChartPoint, Mark } from './usageMarks';

/** Drawn at this width until the container has been measured. */
const DEFAULT_WIDTH = 640;
const MIN_WIDTH = 240;

/**
 * Usage over time: a line through the periods, the band within which it usually goes up and down, and the licensed
 * seats where people are counted. One stop of the keyboard: arrow keys, Home and End go from period to period.
 */
export default class CsUsageChart extends LightningElement {
  /** What the chart shows, in a few sentences for those who cannot see it. */
  @api description = '';

  /** The periods, in the order of time. */
  @api points: ChartPoint[] = [];

  /** What is counted: `Active users`. */
  @api measure = '';

  width = DEFAULT_WIDTH;
  /** Id of the period that is read out; null for the last. */
  activeId: string | null = null;
  #observer: ResizeObserver | undefined;

  renderedCallback(): void {
    const frame = this.template?.querySelector('.frame');
    if (this.#observer || !frame || typeof ResizeObserver === 'undefined') return;
    this.#observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry?.contentRect.width ?? 0);
      if (measured > 0) this.width = Math.max(MIN_WIDTH, measured);
    });
    this.#observer.observe(frame);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  /** Seats are a number of people: beside logins they would mean nothing. */
  get drawn(): ChartPoint[] {
    return this.measure === 'Active users'
      ? this.points
      : this.points.map((point) => ({ ...point, seats: null }));
  }

  get frame(): Frame {
    const most = this.drawn.flatMap(({ value, high, seats }) => [value, high ?? 0, seats ?? 0]);
    const [first, last] = [this.drawn[0], this.drawn.at(-1)];
    return frameFor(this.width, first?.to ?? '', last?.to ?? '', Math.max(0, ...most));
  }

  get viewBox(): string {
    return `0 0 ${this.frame.width} ${this.frame.height}`;
  }

  get valueLabelX(): number {
    return this.frame.left - 6;
  }

  get dayLabelY(): number {
    return this.frame.height - 8;
  }

  get values(): Tick[] {
    return valueTicks(this.frame);
  }

  get days(): Tick[] {
    return dayTicks(this.frame);
  }

  get marks(): Mark[] {
    return placePoints(this.drawn, this.frame, this.measure);
  }

  get line(): string {
    return drawLine(this.drawn, this.frame);
  }

  get usual(): string {
    return drawUsual(this.drawn, this.frame);
  }

  get band(): string {
    return drawBand(this.drawn, this.frame);
  }

  get seats(): string {
    return drawSeats(this.drawn, this.frame);
  }

  get lastIndex(): number {
    return Math.max(0, this.marks.length - 1);
  }

  get activeIndex(): number {
    const index = this.marks.findIndex(({ id }) => id === this.activeId);
    return index === -1 ? this.lastIndex : index;
  }

  get active(): Mark | undefined {
    return this.marks[this.activeIndex];
  }

  get readout(): string {
    return this.active?.text ?? '';
  }

  handleKeydown(event: KeyboardEvent): void {
    const next = placeAfterKey(event.key, this.activeIndex, this.lastIndex);
    if (next === undefined) return;
    event.preventDefault();
    this.activeId = this.marks[next]?.id ?? null;
  }

  handlePointer(event: PointerEvent): void {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    if (width === 0) return;
    const x = ((event.clientX - left) / width) * this.frame.width;
    const nearest = this.marks.reduce<Mark | undefined>(
      (best, mark) => (best && Math.abs(best.x - x) < Math.abs(mark.x - x) ? best : mark),
      undefined,
    );
    this.activeId = nearest?.id ?? null;
  }

  handleLeave(): void {
    this.activeId = null;
  }
}
