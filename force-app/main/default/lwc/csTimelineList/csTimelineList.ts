import { LightningElement, api } from 'lwc';
import { formatDay } from 'c/csFormat';
import type { TimelineEvent } from 'c/csTimelineEvents';
import { NO_FILTER, countKinds, filterEvents, isFiltering, peopleOf } from './timelineFilter';
import type { KindCount, TimelineFilter } from './timelineFilter';
import { groupByMonth } from './timelineMonths';
import type { MonthGroup } from './timelineMonths';
import { summaryOf } from './timelineSummary';

/**
 * The events of a timeline by month, narrowed by filters.
 *
 * @fires more when the user wants to see more of what there is; `detail.all` when all that is loaded is shown
 */
export default class CsTimelineList extends LightningElement {
  /** What is loaded of the range, newest first. */
  @api entries: TimelineEvent[] = [];

  /** Events that are shown while nothing is filtered. */
  @api count = 0;

  /** The day since which events are shown, `YYYY-MM-DD`. */
  @api since = '';

  /** Today in the user's time zone, `YYYY-MM-DD`. */
  @api today = '';

  /** Whether the range holds more than is loaded. */
  @api hasUnread = false;

  /** Whether there are events before the range. */
  @api hasEarlier = false;

  /** While more is read, nothing more is asked for. */
  @api reading = false;

  filter: TimelineFilter = NO_FILTER;
  showsFilters = false;

  get isFiltered(): boolean {
    return isFiltering(this.filter);
  }

  get events(): TimelineEvent[] {
    return this.isFiltered ? filterEvents(this.entries, this.filter) : this.entries.slice(0, this.count);
  }

  get months(): MonthGroup[] {
    return groupByMonth(this.events);
  }

  get kinds(): KindCount[] {
    return countKinds(this.entries);
  }

  get people(): string[] {
    return peopleOf(this.entries);
  }

  get hasMore(): boolean {
    return this.hasUnread || (!this.isFiltered && this.entries.length > this.count);
  }

  get summary(): string {
    const { entries, isFiltered } = this;
    return summaryOf({
      shown: isFiltered ? filterEvents(entries, this.filter).length : Math.min(entries.length, this.count),
      loaded: entries.length,
      isFiltered,
      isComplete: !this.hasMore,
      since: this.hasEarlier || entries.length === 0 ? this.since : '',
      oldest: entries.at(-1)?.day ?? '',
    });
  }

  get filterLabel(): string {
    return this.showsFilters ? 'Hide the filters' : 'Filter the timeline';
  }

  get expandedText(): string {
    return String(this.showsFilters);
  }

  get filterIsOn(): boolean {
    return this.showsFilters || this.isFiltered;
  }

  get showsMoreButton(): boolean {
    return this.hasMore || this.hasEarlier;
  }

  get moreLabel(): string {
    if (this.reading) return 'Loading…';
    if (this.hasMore) return this.isFiltered ? 'Load more' : 'Show more';
    return `Show earlier than ${formatDay(this.since)}`;
  }

  get endText(): string {
    return this.showsMoreButton || this.entries.length === 0
      ? ''
      : 'That is all that is known of this account.';
  }

  handleFilterToggle(): void {
    this.showsFilters = !this.showsFilters;
  }

  handleFilter(event: CustomEvent<TimelineFilter>): void {
    this.filter = event.detail;
  }

  handleMore(): void {
    const all = this.isFiltered || this.entries.length <= this.count;
    this.dispatchEvent(new CustomEvent('more', { detail: { all } }));
  }
}
