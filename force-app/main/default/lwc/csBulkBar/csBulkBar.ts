import { LightningElement, api } from 'lwc';
import { countOf, formatNumber } from 'c/csFormat';

/** The most accounts that one operation changes. */
const MAX_ACCOUNTS = 2_000;

/**
 * What is selected in a list, and what can be done with it.
 *
 * @fires change to change what is selected
 * @fires selectall to take all accounts that match the filter
 * @fires clear to select nothing
 * @fires undo to take back the last operation
 */
export default class CsBulkBar extends LightningElement {
  /** How many accounts are selected. */
  @api selected = 0;

  /** How many accounts match the filter of the list. */
  @api total = 0;

  /** Whether all that match are selected, those that are not shown included. */
  @api allSelected = false;

  /** What the last operation did, as a sentence; empty where there is nothing to undo. */
  @api lastOperation = '';

  get count(): number {
    return this.allSelected ? this.total : this.selected;
  }

  get isSelecting(): boolean {
    return this.count > 0;
  }

  get isShown(): boolean {
    return this.isSelecting || this.lastOperation !== '';
  }

  get text(): string {
    return this.allSelected
      ? `All ${countOf(this.total, 'account')} selected`
      : `${formatNumber(this.selected)} selected`;
  }

  get changeLabel(): string {
    return `Change ${countOf(this.count, 'account')}…`;
  }

  get offersAll(): boolean {
    return this.isSelecting && !this.allSelected && this.total > this.selected;
  }

  get allLabel(): string {
    return `Select all ${formatNumber(this.total)} that match`;
  }

  get isTooMany(): boolean {
    return this.count > MAX_ACCOUNTS;
  }

  get tooManyText(): string {
    return `At most ${formatNumber(MAX_ACCOUNTS)} accounts change at once. Narrow the list first.`;
  }

  handleClick(event: Event): void {
    const { action } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent(action ?? ''));
  }
}
