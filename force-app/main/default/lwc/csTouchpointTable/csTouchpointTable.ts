import { LightningElement, api } from 'lwc';
import { mayTakeKeyboard } from 'c/csKeyboard';
import { viewColumns, viewRow } from './csTouchpointTableModel';
import type { OpenForm, TableAccount, TableColumn, TableRow } from './csTouchpointTableModel';

/**
 * Accounts by when they are to be touched. Sorting, saving and selecting are the parent's.
 *
 * @fires sort with `detail.column`
 * @fires selectionchange with `detail.ids`
 * @fires plan with `detail.id` and `detail.day`, `YYYY-MM-DD` or null for none
 */
export default class CsTouchpointTable extends LightningElement {
  /** The accounts, in the order shown. */
  @api accounts: TableAccount[] = [];

  /** `column` and `direction`, `ASC` or `DESC`. */
  @api sorting: { column: string; direction: string } = { column: 'due', direction: 'ASC' };

  /** Ids of the accounts that are selected. */
  @api selectedIds: string[] = [];

  /** Today in the user's time zone, `YYYY-MM-DD`. */
  @api today = '';

  /** Whether the user may plan touchpoints. */
  @api canPlan = false;

  /** While the parent saves, nothing can be pressed twice. */
  @api saving = false;

  /** Why the last plan could not be saved; shown beside the form that asked for it. */
  @api saveError: unknown;

  open: OpenForm | undefined;
  #focusOn: string | undefined;

  renderedCallback(): void {
    if (!this.#focusOn) return;
    // A row that left the list with its new date leaves the focus to the table.
    const button = this.template?.querySelector<HTMLElement>(`[data-plan="${this.#focusOn}"]`);
    const frame = this.template?.querySelector<HTMLElement>('[data-id="frame"]');
    this.#focusOn = undefined;
    (button ?? frame)?.focus();
  }

  /**
   * Closes the form of a row and gives the focus back to the row, unless the user has gone elsewhere; a form that was opened for another row meanwhile
   * stays.
   *
   * @param id Id of the account
   */
  @api
  closeForm(id: string): void {
    if (this.open?.id !== id) return;
    if (mayTakeKeyboard(this.template, 'c-cs-touchpoint-form')) this.#focusOn = id;
    this.open = undefined;
  }

  get columns(): TableColumn[] {
    return viewColumns(this.sorting);
  }

  get rows(): TableRow[] {
    const selected = new Set(this.selectedIds);
    return this.accounts.map((account) => viewRow(account, this.today, selected, this.open));
  }

  get allSelected(): boolean {
    const selected = new Set(this.selectedIds);
    return this.accounts.length > 0 && this.accounts.every(({ id }) => selected.has(id));
  }

  handleSort(event: Event): void {
    const { column } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('sort', { detail: { column } }));
  }

  handleSelectAll(event: CustomEvent<{ checked: boolean }>): void {
    this.select(event.detail.checked ? this.accounts.map(({ id }) => id) : []);
  }

  handleSelect(event: CustomEvent<{ checked: boolean }>): void {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    const others = this.selectedIds.filter((other) => other !== id);
    this.select(event.detail.checked ? [...others, id] : others);
  }

  handleOpen(event: Event): void {
    const { plan } = (event.currentTarget as HTMLElement).dataset;
    this.open = plan ? { id: plan, afterCall: false } : undefined;
  }

  /** A logged call is a touchpoint: what comes next is planned in the same breath. */
  handleActionDone(event: CustomEvent<{ action: string; accountId: string }>): void {
    const { action, accountId } = event.detail;
    if (action === 'logCall' && this.canPlan) this.open = { id: accountId, afterCall: true };
  }

  handleSave(event: CustomEvent<{ day: string | null }>): void {
    const id = this.open?.id;
    this.dispatchEvent(new CustomEvent('plan', { detail: { id, day: event.detail.day } }));
  }

  handleCancel(): void {
    if (this.open) this.closeForm(this.open.id);
  }

  select(ids: string[]): void {
    this.dispatchEvent(new CustomEvent('selectionchange', { detail: { ids } }));
  }
}
