import { LightningElement, api } from 'lwc';
import { formatDay, formatNumber } from 'c/csFormat';
import {
  dayTicks,
  drawLine,
  geometryFor,
  nearestIndex,
  placeBands,
  placeMarkers,
  scoreTicks,
  visibleMarkers,
} from './csHealthTrendChartModel';
import type { Band, ChartPoint, Geometry, Marker, Tick } from './csHealthTrendChartModel';

/** Drawn at this width until the container has been measured. */
const DEFAULT_WIDTH = 640;
const MIN_WIDTH = 240;

/**
 * Health scores over time: a line for what was calculated, diamonds for what a person set.
 * One stop of the keyboard: arrow keys, Home and End go from score to score.
 */
export default class CsHealthTrendChart extends LightningElement {
  /** What the chart shows, in one sentence for those who cannot see it. */
  @api description = '';

  /** The scores, in the order of time. */
  @api points: ChartPoint[] = [];

  width = DEFAULT_WIDTH;
  /** Id of the score that is read out; null for the latest. */
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

  get geometry(): Geometry {
    return geometryFor(this.width);
  }

  get viewBox(): string {
    return `0 0 ${this.geometry.width} ${this.geometry.height}`;
  }

  get plotWidth(): number {
    return this.geometry.right - this.geometry.left;
  }

  get bandLabelX(): number {
    return this.geometry.right + 8;
  }

  get bands(): Band[] {
    return placeBands(this.geometry);
  }

  get markers(): Marker[] {
    return placeMarkers(this.points, this.geometry);
  }

  get drawnMarkers(): Marker[] {
    return visibleMarkers(this.markers);
  }

  get line(): { known: string; gaps: string } {
    return drawLine(this.markers);
  }

  get days(): Tick[] {
    return dayTicks(this.points, this.geometry);
  }

  get scores(): Tick[] {
    return scoreTicks(this.geometry);
  }

  get scoreLabelX(): number {
    return this.geometry.left - 6;
  }

  get dayLabelY(): number {
    return this.geometry.height - 8;
  }

  get lastIndex(): number {
    return this.points.length - 1;
  }

  get activeIndex(): number {
    const index = this.points.findIndex(({ id }) => id === this.activeId);
    return index === -1 ? this.lastIndex : index;
  }

  get activeMarker(): Marker | undefined {
    return this.markers[this.activeIndex];
  }

  get readout(): string {
    const marker = this.activeMarker;
    if (!marker) return '';
    const source = marker.source === 'Manual' ? 'set by hand' : 'calculated';
    const said = `${formatDay(marker.day)}: ${formatNumber(marker.score)}, ${source}`;
    return marker.comment ? `${said} – ${marker.comment}` : said;
  }

  handleKeydown(event: KeyboardEvent): void {
    const next = nextIndex(event.key, this.activeIndex, this.lastIndex);
    if (next === undefined) return;
    event.preventDefault();
    this.activeId = this.points[next]?.id ?? null;
  }

  handlePointer(event: PointerEvent): void {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    if (width === 0) return;
    const nearest = nearestIndex(this.markers, ((event.clientX - left) / width) * this.width);
    this.activeId = this.points[nearest]?.id ?? null;
  }

  handleLeave(): void {
    this.activeId = null;
  }
}

function nextIndex(key: string, index: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, index - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, index + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
