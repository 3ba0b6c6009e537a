import { LightningElement, api } from 'lwc';

/**
 * A checkbox without visible words that selects a row, or all of them.
 *
 * @fires tick with `detail.checked`
 */
export default class CsSelectBox extends LightningElement {
  /** What it selects, for those who do not see where it stands: `Select Acme`. */
  @api label = '';

  /** Whether it is selected. */
  @api checked = false;

  handleChange(event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.dispatchEvent(new CustomEvent('tick', { detail: { checked } }));
  }
}
