import { LightningElement, api } from 'lwc';
import type { AlertAction, AlertState } from 'c/csAlertRecord';
import { countOf } from 'c/csFormat';

/**
 * What can be done about the alerts that are selected.
 *
 * @fires bulkaction with `detail.action`
 * @fires clear to select none
 */
export default class CsAlertCenterBulk extends LightningElement {
  /** How many are selected. */
  @api count = 0;

  /** The state of the alerts in the list. */
  @api view: AlertState = 'open';

  /** While the list saves, nothing can be pressed twice. */
  @api disabled = false;

  get text(): string {
    return `${countOf(this.count, 'alert')} selected`;
  }

  get canResolve(): boolean {
    return this.view !== 'resolved';
  }

  get canWake(): boolean {
    return this.view === 'snoozed';
  }

  get canReopen(): boolean {
    return this.view === 'resolved';
  }

  get snoozeLabel(): string {
    return `Snooze ${countOf(this.count, 'alert')}`;
  }

  handleAction(event: Event): void {
    const { action } = (event.currentTarget as HTMLElement).dataset;
    this.act({ name: action } as AlertAction);
  }

  handleSnooze(event: CustomEvent<{ until: string }>): void {
    this.act({ name: 'snooze', until: event.detail.until });
  }

  handleClear(): void {
    this.dispatchEvent(new CustomEvent('clear'));
  }

  act(action: AlertAction): void {
    this.dispatchEvent(new CustomEvent('bulkaction', { detail: { action } }));
  }
}
