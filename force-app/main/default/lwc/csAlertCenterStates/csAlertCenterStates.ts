import { LightningElement, api } from 'lwc';
import type { AlertState } from 'c/csAlertRecord';
import { formatNumber } from 'c/csFormat';

const STATES: readonly { name: AlertState; label: string }[] = [
  { name: 'open', label: 'Open' },
  { name: 'unread', label: 'Unread' },
  { name: 'snoozed', label: 'Snoozed' },
  { name: 'resolved', label: 'Resolved' },
];

interface StateButton {
  name: AlertState;
  label: string;
  count: string;
  pressed: string;
  className: string;
}

/**
 * The states of alerts as buttons, with how many are in each that somebody may still have to look at.
 *
 * @fires viewchange with `detail.view`
 */
export default class CsAlertCenterStates extends LightningElement {
  /** The state that is shown. */
  @api view: AlertState = 'open';

  /** How many are in each state; no number is shown of what is not counted. */
  @api counts: Partial<Record<AlertState, number>> = {};

  get buttons(): StateButton[] {
    return STATES.map(({ name, label }) => {
      const count = this.counts[name];
      const isShown = name === this.view;
      return {
        name,
        label,
        count: count === undefined ? '' : formatNumber(count),
        pressed: String(isShown),
        className: `slds-button ${isShown ? 'slds-button_brand' : 'slds-button_neutral'}`,
      };
    });
  }

  handleClick(event: Event): void {
    const { view } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('viewchange', { detail: { view } }));
  }
}
