import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoResult, PicklistsResult } from 'lightning/uiObjectInfoApi';
import ACCOUNT from '@salesforce/schema/Account';
import CsBulkActions from 'c/csBulkActions';
import type { DoneOperation } from 'c/csBulkPlan';
import { describeOperation, keepOperation, lastOperation, onOperationKept, remaining } from 'c/csBulkUndo';
import { countOf, formatNumber } from 'c/csFormat';

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

  /** Today in the user's time zone, `YYYY-MM-DD`. */
  @api today = '';

  lastOperation: DoneOperation | undefined;
  recordTypeId: string | undefined;
  picklists: Record<string, { label: string; value: string }[]> = {};
  #stopListening: (() => void) | undefined;

  @wire(getObjectInfo, { objectApiName: ACCOUNT })
  readRecordType({ data }: ObjectInfoResult): void {
    this.recordTypeId = data?.defaultRecordTypeId;
  }

  @wire(getPicklistValuesByRecordType, { objectApiName: ACCOUNT, recordTypeId: '$recordTypeId' })
  readPicklists({ data }: PicklistsResult): void {
    if (!data) return;
    this.picklists = Object.fromEntries(
      Object.entries(data.picklistFieldValues).map(([field, { values }]) => [field, values]),
    );
  }

  connectedCallback(): void {
    this.lastOperation = lastOperation();
    this.#stopListening = onOperationKept((operation) => {
      this.lastOperation = operation;
    });
  }

  disconnectedCallback(): void {
    this.#stopListening?.();
  }

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
        keepOperation(detail);
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
        keepOperation(remaining(undo, detail));
      },
    });
    this.dispatchEvent(new CustomEvent('changed'));
  }
}

/** Exactly these accounts. */
function idsIn(ids: readonly string[]): object {
  return { Id: { in: [...ids] } };
}
