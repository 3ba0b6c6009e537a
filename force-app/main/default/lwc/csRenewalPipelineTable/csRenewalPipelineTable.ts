import { LightningElement, api } from 'lwc';

/** An account that renews, as text. */
export interface RenewalRow {
  id: string;
  name: string;
  csm: string;
  tier: string;
  arr: string;
  health: string;
  trend: string;
  band: string | null;
  renewal: string;
  /** Days left, or by how many the renewal is overdue. */
  left: string;
  leftClass: string;
  last: string;
  planned: string;
  /** The running playbook and how far it is; empty while none runs. */
  playbook: string;
  /** Empty without an open opportunity. */
  opportunityId: string;
  opportunityName: string;
  isSelected: boolean;
  selectLabel: string;
}

/** The renewals of a month, with the totals of all of them. */
export interface RenewalSection {
  key: string;
  heading: string;
  totals: string;
  rows: RenewalRow[];
}

/**
 * Renewals as a table, month by month.
 *
 * @fires rowtoggle with `detail.id` and `detail.checked` when a row is to be selected or not
 */
export default class CsRenewalPipelineTable extends LightningElement {
  /** What to show. */
  @api sections: RenewalSection[] = [];

  /** Whether rows can be selected. */
  @api canSelect = false;

  get columnCount(): number {
    return this.canSelect ? 9 : 8;
  }

  handleToggle(event: CustomEvent<{ checked: boolean }>): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('rowtoggle', { detail: { id, ...event.detail } }));
  }
}
