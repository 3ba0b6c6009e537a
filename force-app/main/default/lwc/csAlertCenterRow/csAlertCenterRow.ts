import { LightningElement, api } from 'lwc';
import type { AlertAction } from 'c/csAlertRecord';

/** An alert, as text. */
export interface AlertRow {
  id: string;
  severity: { value: string; iconName: string; iconVariant: string | undefined; badgeClass: string };
  message: string;
  isUnread: boolean;
  accountId: string;
  /** Empty where the list is of one account. */
  account: string;
  type: string;
  /** Whom it is for; empty where that is the user. */
  recipient: string;
  /** How long ago, and when exactly. */
  when: string;
  moment: string;
  /** What became of it, such as `Snoozed until Nov 24, 2026, 8:00 AM`. */
  notes: { key: string; text: string }[];
  why: string;
  rationale: string;
  /** Further facts of its details. */
  facts: { label: string; value: string }[];
  behind: { objectApiName: string; recordId: string; label: string } | undefined;
  isSelected: boolean;
  isOpen: boolean;
  canSelect: boolean;
  canResolve: boolean;
  canSnooze: boolean;
  canWake: boolean;
  canReopen: boolean;
  canMark: boolean;
}

/**
 * One alert: what happened to whom and when, why it was raised, and what can be done about it.
 *
 * @fires alertaction with `detail.action`
 * @fires opentoggle when the user opens or closes the details
 * @fires tick with `detail.checked` when it is selected or not
 */
export default class CsAlertCenterRow extends LightningElement {
  /** What to show. */
  @api row: AlertRow | undefined;

  /** While the list saves, nothing can be pressed twice. */
  @api saving = false;

  /** Gives the keyboard to the message. */
  @api
  focusMessage(): void {
    this.template?.querySelector<HTMLElement>('[data-id="message"]')?.focus();
  }

  get rowClass(): string {
    return this.row?.isUnread ? 'row row_unread' : 'row';
  }

  get expanded(): string {
    return String(this.row?.isOpen ?? false);
  }

  get chevron(): string {
    return this.row?.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get selectLabel(): string {
    return `Select: ${this.row?.message}`;
  }

  get resolveLabel(): string {
    return `Resolve: ${this.row?.message}`;
  }

  get reopenLabel(): string {
    return `Reopen: ${this.row?.message}`;
  }

  get wakeLabel(): string {
    return `Bring back now: ${this.row?.message}`;
  }

  get snoozeLabel(): string {
    return `Snooze: ${this.row?.message}`;
  }

  get markLabel(): string {
    return `${this.markTitle}: ${this.row?.message}`;
  }

  get markTitle(): string {
    return this.row?.isUnread ? 'Mark as read' : 'Mark as unread';
  }

  get markIcon(): string {
    return this.row?.isUnread ? 'utility:email_open' : 'utility:email';
  }

  handleToggle(): void {
    this.dispatchEvent(new CustomEvent('opentoggle'));
  }

  handleTick(event: CustomEvent<{ checked: boolean }>): void {
    this.dispatchEvent(new CustomEvent('tick', { detail: event.detail }));
  }

  handleMark(): void {
    this.act({ name: this.row?.isUnread ? 'read' : 'unread' });
  }

  handleAction(event: Event): void {
    const { action } = (event.currentTarget as HTMLElement).dataset;
    this.act({ name: action } as AlertAction);
  }

  handleSnooze(event: CustomEvent<{ until: string }>): void {
    this.act({ name: 'snooze', until: event.detail.until });
  }

  act(action: AlertAction): void {
    this.dispatchEvent(new CustomEvent('alertaction', { detail: { action } }));
  }
}
