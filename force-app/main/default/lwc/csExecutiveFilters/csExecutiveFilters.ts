import { LightningElement, api } from 'lwc';

type Option = { label: string; value: string };

/**
 * Of whom and of which day the page tells.
 *
 * @fires scopechange with `detail.scope`: `All`, `Tier`, `CSM`, `Industry` or `Region`
 * @fires segmentchange with `detail.value`, the tier, industry, region or id of the CSM
 * @fires daychange with `detail.day`, `YYYY-MM-DD`
 */
export default class CsExecutiveFilters extends LightningElement {
  /** What segments there are. */
  @api scopes: Option[] = [];

  /** Which kind of segment is chosen. */
  @api scope = 'All';

  /** The segments of that kind. */
  @api values: Option[] = [];

  /** Which of them is chosen. */
  @api value = '';

  /** The days that have totals. */
  @api days: Option[] = [];

  /** Which of them is chosen. */
  @api day = '';

  get hasSegments(): boolean {
    return this.scope !== 'All';
  }

  handleScope(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('scopechange', { detail: { scope: event.detail.value } }));
  }

  handleValue(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('segmentchange', { detail: { value: event.detail.value } }));
  }

  handleDay(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('daychange', { detail: { day: event.detail.value } }));
  }
}
