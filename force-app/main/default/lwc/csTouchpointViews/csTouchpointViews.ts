import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { formatNumber } from 'c/csFormat';
import { TOUCHPOINT_COUNTS, readCounts } from './csTouchpointViewsQuery';
import type { TouchpointCountsData } from './csTouchpointViewsQuery';

const VIEWS = [
  { name: 'all', label: 'All' },
  { name: 'overdue', label: 'Overdue' },
  { name: 'week', label: 'Next 7 days' },
  { name: 'month', label: 'Next 30 days' },
  { name: 'unplanned', label: 'No plan' },
];

interface ViewButton {
  name: string;
  label: string;
  count: string;
  pressed: string;
  className: string;
  countClass: string;
}

/**
 * The views of the console as buttons, each with the number of accounts that it holds.
 *
 * @fires viewchange with `detail.view`
 */
export default class CsTouchpointViews extends LightningElement {
  /** Filter of each view by its name, as variables of type `Account_Filter`; nothing is counted without. */
  @api filters: Record<string, unknown> | undefined;

  /** Name of the view that the list shows. */
  @api view = 'all';

  counts: Record<string, number> = {};
  error: unknown;
  #refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: TOUCHPOINT_COUNTS, variables: '$filters' })
  loadCounts({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    this.error = errors;
    if (data && !errors) this.counts = readCounts(data as TouchpointCountsData);
  }

  /** Counts again. */
  @api
  async refresh(): Promise<void> {
    await this.#refresh?.();
  }

  get buttons(): ViewButton[] {
    return VIEWS.map(({ name, label }) => {
      const isShown = name === this.view;
      const count = this.counts[name];
      return {
        name,
        label,
        count: count === undefined ? '–' : formatNumber(count),
        pressed: String(isShown),
        className: `view slds-button slds-p-around_x-small${isShown ? ' view_shown' : ''}`,
        countClass: `slds-text-heading_medium${name === 'overdue' && count ? ' attention' : ''}`,
      };
    });
  }

  handleClick(event: Event): void {
    const { view } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('viewchange', { detail: { view } }));
  }
}
