import { LightningElement, api } from 'lwc';
import type { RenewalSection } from 'c/csRenewalPipelineTable';

/**
 * Renewals as cards, month by month.
 *
 * @fires rowtoggle with `detail.id` and `detail.checked` when an account is to be selected or not
 */
export default class CsRenewalPipelineCards extends LightningElement {
  /** What to show. */
  @api sections: RenewalSection[] = [];

  /** Whether accounts can be selected. */
  @api canSelect = false;

  handleToggle(event: CustomEvent<{ checked: boolean }>): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('rowtoggle', { detail: { id, ...event.detail } }));
  }
}
