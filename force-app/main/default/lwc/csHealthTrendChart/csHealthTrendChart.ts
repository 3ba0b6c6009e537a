import { LightningElement, api } from 'lwc';
import { dayTicks, frameFor, placeZones, scoreTicks } from './chartFrame';
import type { Frame, Tick, Zone } from './chartFrame';
import { drawLine, placeEvents, placePoints, visibleMarks } from './chartMarks';
import type { ChartEvent, ChartPoint, EventMark, PointMark } from './chartMarks';
import { EVENT_KINDS, EVENT_LABELS, eventShape, pointShape } from './chartShapes';
import { listStops, nearestStop, stopAfterKey } from './chartStops';
import type { Stop } from './chartStops';

/** Drawn at this width until the container has been measured. */
const DEFAULT_WIDTH = 640;
const MIN_WIDTH = 240;

/** A line of the legend: the shape that is drawn, and what it means. */
interface LegendItem {
  key: string;
  path: string;
  className: string;
  label: string;
}

/**
 * Health over time: a line for health as it stood, circles for what was calculated, diamonds for what a person set, and
 * above it what happened. One stop of the keyboard: arrow keys, Home and End go from score to score and to the events
 * between them.
 */
export default class CsHealthTrendChart extends LightningElement {
  /** What the chart shows, in a few sentences for those who cannot see it. */
  @api description = '';

  /** The points, in the order of time. */
  @api points: ChartPoint[] = [];

  /** What happened, in the order of time. */
  @api events: ChartEvent[] = [];

  /** The first day shown, `YYYY-MM-DD`. */
  @api from = '';

  /** The last day shown, `YYYY-MM-DD`. */
  @api to = '';

  width = DEFAULT_WIDTH;
  /** Id of the stop that is read out; null for the health that stood last. */
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

  get frame(): Frame {
    return frameFor(this.width, this.from, this.to);
  }

  get viewBox(): string {
    return `0 0 ${this.frame.width} ${this.frame.height}`;
  }

  get plotWidth(): number {
    return this.frame.right - this.frame.left;
  }

  get zoneLabelX(): number {
    return this.frame.right + 14;
  }

  get scoreLabelX(): number {
    return this.frame.left - 6;
  }

  get dayLabelY(): number {
    return this.frame.height - 8;
  }

  get zones(): Zone[] {
    return placeZones(this.frame);
  }

  get scores(): Tick[] {
    return scoreTicks(this.frame);
  }

  get days(): Tick[] {
    return dayTicks(this.frame);
  }

  get marks(): PointMark[] {
    return placePoints(this.points, this.frame);
  }

  get drawnMarks(): PointMark[] {
    return visibleMarks(this.marks);
  }

  get eventMarks(): EventMark[] {
    return placeEvents(this.events, this.frame);
  }

  get line(): string {
    return drawLine(this.marks);
  }

  get stops(): Stop[] {
    return listStops(this.marks, this.eventMarks);
  }

  get lastIndex(): number {
    return Math.max(0, this.stops.length - 1);
  }

  get activeIndex(): number {
    const index = this.stops.findIndex(({ id }) => id === this.activeId);
    if (index !== -1) return index;
    return Math.max(
      0,
      this.stops.findLastIndex(({ isHealth }) => isHealth),
    );
  }

  get activeStop(): Stop | undefined {
    return this.stops[this.activeIndex];
  }

  get isOnScore(): boolean {
    return typeof this.activeStop?.y === 'number';
  }

  get readout(): string {
    return this.activeStop?.text ?? '';
  }

  /** Only what is drawn: a legend of things that are not there has to be read for nothing. */
  get legend(): LegendItem[] {
    const { points } = this;
    const sources = [
      { source: 'Calculated', className: 'mark calculated', label: 'calculated' },
      { source: 'Manual', className: 'mark manual', label: 'set by hand' },
    ] as const;
    const kinds = new Set(this.events.map(({ kind }) => kind));
    return [
      ...sources.flatMap(({ source, className, label }) => {
        const own = points.filter((point) => point.source === source);
        const path = pointShape(source);
        return [
          ...(own.some(({ count }) => count === 1) ? [{ key: source, path, className, label }] : []),
          ...(own.some(({ count }) => count > 1)
            ? [{ key: `${source} mean`, path, className: `${className} mean`, label: `${label}, mean` }]
            : []),
        ];
      }),
      ...EVENT_KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({
        key: kind,
        path: eventShape(kind),
        className: `event ${kind}`,
        label: EVENT_LABELS[kind],
      })),
    ];
  }

  handleKeydown(event: KeyboardEvent): void {
    const next = stopAfterKey(event.key, this.activeIndex, this.lastIndex);
    if (next === undefined) return;
    event.preventDefault();
    this.activeId = this.stops[next]?.id ?? null;
  }

  handlePointer(event: PointerEvent): void {
    const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect();
    if (width === 0) return;
    const x = ((event.clientX - left) / width) * this.frame.width;
    const y = ((event.clientY - top) / height) * this.frame.height;
    this.activeId = nearestStop(this.stops, x, y < this.frame.top)?.id ?? null;
  }

  handleLeave(): void {
    this.activeId = null;
  }
}
