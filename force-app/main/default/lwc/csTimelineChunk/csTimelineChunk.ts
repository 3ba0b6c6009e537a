import { LightningElement, api } from 'lwc';
import type { TimelineEvent } from 'c/csTimelineEvents';

/** How tall a row is taken to be before it was drawn, in pixels. */
const ROW_HEIGHT = 60;

/** How far from the screen rows are drawn already, so that none is missed while scrolling. */
const MARGIN = '1000px 0px';

/** A stretch of a month. */
interface Chunk {
  events: TimelineEvent[];
  /** Place of its first event in the month. */
  start: number;
  /** Events of the month. */
  size: number;
  /** Whether it is at the top, where it is drawn at once. */
  startsNear: boolean;
  /** Whether it is drawn wherever it is. */
  isKept: boolean;
}

/** A row with its place in the list of the month. */
interface Row {
  event: TimelineEvent;
  position: number;
  isExpanded: boolean;
}

/**
 * A stretch of the timeline. Its rows are in the page only while they are near the screen, so that a history of
 * years scrolls like one of weeks; which of them are expanded is kept.
 */
export default class CsTimelineChunk extends LightningElement {
  /** Today in the user's time zone, `YYYY-MM-DD`. */
  @api today = '';

  height = 0;
  isNear: boolean | undefined;
  expandedIds: ReadonlySet<string> = new Set();
  shown: Chunk = { events: [], start: 0, size: 0, startsNear: true, isKept: false };
  #observer: IntersectionObserver | undefined;

  /** Which events, and where they stand in their month. */
  @api
  get chunk(): Chunk {
    return this.shown;
  }
  set chunk(chunk: Chunk) {
    if (chunk.events.length !== this.shown.events.length) this.height = 0;
    this.shown = chunk;
  }

  renderedCallback(): void {
    const box = this.template?.querySelector('[data-id="box"]');
    if (this.#observer || !box || typeof IntersectionObserver === 'undefined') return;
    this.#observer = new IntersectionObserver((seen) => this.handleSeen(seen), { rootMargin: MARGIN });
    this.#observer.observe(box);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  get isDrawn(): boolean {
    if (this.shown.isKept) return true;
    return this.isNear ?? (this.shown.startsNear || typeof IntersectionObserver === 'undefined');
  }

  get rows(): Row[] {
    const { events, start } = this.shown;
    return events.map((event, index) => ({
      event,
      position: start + index + 1,
      isExpanded: this.expandedIds.has(event.id),
    }));
  }

  get monthSize(): number {
    return this.shown.size;
  }

  /** Keeps the place of rows that are not drawn. */
  get boxStyle(): string {
    if (this.isDrawn) return '';
    return `min-height: ${this.height || this.shown.events.length * ROW_HEIGHT}px`;
  }

  handleSeen(seen: IntersectionObserverEntry[]): void {
    const latest = seen.at(-1);
    if (!latest) return;
    if (!latest.isIntersecting && this.isDrawn) this.height = latest.boundingClientRect.height;
    this.isNear = latest.isIntersecting;
  }

  handleToggle(event: CustomEvent<{ id: string }>): void {
    const { id } = event.detail;
    const expanded = new Set(this.expandedIds);
    if (!expanded.delete(id)) expanded.add(id);
    this.expandedIds = expanded;
  }
}
