import { LightningElement, api } from 'lwc';
import { addDays, formatAxisDay, formatDay, formatMoment } from 'c/csFormat';
import { kindView } from 'c/csTimelineEvents';
import type { KindView, TimelineEvent } from 'c/csTimelineEvents';

/**
 * One thing that happened: a line that expands in place.
 *
 * @fires toggledetails with `detail.id` when it is to be expanded or collapsed
 */
export default class CsTimelineItem extends LightningElement {
  /** What happened. */
  @api event: TimelineEvent | undefined;

  /** Today in the user's time zone, `YYYY-MM-DD`. */
  @api today = '';

  /** Whether the details are shown. */
  @api expanded = false;

  get view(): KindView | undefined {
    return this.event && kindView(this.event.kind);
  }

  get itemClass(): string {
    const open = this.expanded ? ' slds-is-open' : '';
    return `slds-timeline__item_expandable slds-timeline__item_${this.view?.theme}${open}`;
  }

  get toggleText(): string {
    return `Details of ${this.event?.title}`;
  }

  get toggleIcon(): string {
    return this.expanded ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get expandedText(): string {
    return String(this.expanded);
  }

  get shortDay(): string {
    const day = this.event?.day ?? '';
    if (day === this.today) return 'Today';
    if (day === addDays(this.today, -1)) return 'Yesterday';
    return formatAxisDay(day, false);
  }

  get when(): string {
    const { moment = null, day = '' } = this.event ?? {};
    return moment === null ? formatDay(day) : formatMoment(moment);
  }

  /** Who, and what in a line; the line gives way to the whole text when that is shown. */
  get subline(): string {
    const { person = '', summary = '', body = '' } = this.event ?? {};
    const isRepeated = this.expanded && body !== '';
    return [person, isRepeated ? '' : summary].filter(Boolean).join(' · ');
  }

  get isLinked(): boolean {
    return this.event?.recordId !== null;
  }

  get isRich(): boolean {
    return this.event?.isRich === true && this.event.body !== '';
  }

  get isPlain(): boolean {
    return this.event?.isRich === false && this.event.body !== '';
  }

  handleToggle(): void {
    this.dispatchEvent(new CustomEvent('toggledetails', { detail: { id: this.event?.id } }));
  }
}
