import { api, LightningElement } from 'lwc';
import { rangeOptions, rangeProblem, withRange, type DateFilter as Filter } from 'platform/dateRanges';

/**
 * The date filter of a report: a range by its name, or the days from and to.
 *
 * @fires filterchange with the changed filter as `detail`
 */
export default class DateFilter extends LightningElement {
  /** What the date is. */
  @api label = '';
  @api filter: Filter | undefined;

  get options(): { value: string; label: string }[] {
    return rangeOptions(this.filter?.durationValue ?? '');
  }

  get isCustom(): boolean {
    return this.filter?.durationValue === 'CUSTOM';
  }

  get problem(): string {
    return this.filter ? rangeProblem(this.filter) : '';
  }

  handleRange(event: CustomEvent<{ value: string }>): void {
    this.change(withRange(this.filter!, event.detail.value));
  }

  handleDay(event: CustomEvent<{ value: string | null }>): void {
    const end = (event.target as HTMLElement).dataset.end as 'startDate' | 'endDate';
    this.change({ ...this.filter!, [end]: event.detail.value || null });
  }

  private change(detail: Filter): void {
    this.dispatchEvent(new CustomEvent('filterchange', { detail }));
  }
}
