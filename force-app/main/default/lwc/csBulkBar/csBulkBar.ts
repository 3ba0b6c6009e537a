import { LightningElement, api } from 'lwc';
import CsBulkActions from 'c/csBulkActions';
import type { DoneOperation } from 'c/csBulkPlan';
import { countOf, formatNumber } from 'c/csFormat';
import { describeOperation, idsIn, remaining } from './csBulkBarModel';

/** The most accounts that one operation changes. */
const MAX_ACCOUNTS = 2_000;

/**
 * What is selected in a list of accounts, and what can be done with it: change it, and undo the last change.
 *
 * @fires selectall to take all accounts that match the filter
 * @fires clear to select nothing
 * @fires changed when accounts may have been changed
 */
export default class CsBulkBar extends LightningElement {
  /** Ids of the accounts that are selected. */
  @api selectedIds: string[] = [];

  /** How many accounts match the filter of the list. */
  @api total = 0;

  /** Whether all that match are selected, those that are not shown included. */
  @api allSelected = false;

  /** The filter of the list, as a variable of type `Account_Filter`. */
  @api filter: object = {};

  /** Values of the picklists by the API name of the field. */
  @api picklists: Record<string, { label: string; value: string }[]> = {};

  /** Today in the user's time zone, `YYYY-MM-DD`. */
  @api today = '';

  lastOperation: DoneOperation | undefined;

  get count(): number {
    return this.allSelected ? this.total : this.selectedIds.length;
  }

  get isSelecting(): boolean {
    return this.count > 0;
  }

  get isShown(): boolean {
    return this.isSelecting || this.lastOperation !== undefined;
  }

  get text(): string {
    if (this.allSelected) return `All ${countOf(this.total, 'account')} selected`;
    return `${formatNumber(this.selectedIds.length)} selected`;
  }

  get changeLabel(): string {
    return `Change ${countOf(this.count, 'account')}…`;
  }

  get offersAll(): boolean {
    return this.isSelecting && !this.allSelected && this.total > this.selectedIds.length;
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

  get lastText(): string | undefined {
    return this.lastOperation && describeOperation(this.lastOperation);
  }

  handleSelectAll(): void {
    this.dispatchEvent(new CustomEvent('selectall'));
  }

  handleClear(): void {
    this.dispatchEvent(new CustomEvent('clear'));
  }

  async handleChange(): Promise<void> {
    await CsBulkActions.open({
      label: 'Change accounts',
      size: 'medium',
      today: this.today,
      picklists: this.picklists,
      where: this.allSelected ? this.filter : idsIn(this.selectedIds),
      onchanged: ({ detail }) => {
        this.lastOperation = detail;
        // Some may leave the list with the change: nobody should change again what she does not see.
        this.handleClear();
      },
    });
    this.dispatchEvent(new CustomEvent('changed'));
  }

  async handleUndo(): Promise<void> {
    const undo = this.lastOperation;
    if (!undo) return;
    await CsBulkActions.open({
      label: `Undo: ${describeOperation(undo)}`,
      size: 'medium',
      today: this.today,
      where: idsIn(undo.changes.map(({ id }) => id)),
      undo,
      onchanged: ({ detail }) => {
        this.lastOperation = remaining(undo, detail);
      },
    });
    this.dispatchEvent(new CustomEvent('changed'));
  }
}
