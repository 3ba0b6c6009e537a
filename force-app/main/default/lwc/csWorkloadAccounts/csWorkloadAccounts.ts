import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import ACCOUNT from '@salesforce/schema/Account';
import MANAGER from '@salesforce/schema/Account.CS_Manager__c';
import { formatDay, formatMoney } from 'c/csFormat';
import { ACCOUNTS, readPage } from './csWorkloadAccountsQuery';
import type { AccountRow, AccountsData } from './csWorkloadAccountsQuery';
import { explainDifference, headingOf, selectionOf, sumUp } from './csWorkloadAccountsModel';
import type { CountedCsm } from './csWorkloadAccountsModel';

const PAGE_SIZE = 50;

/**
 * The accounts behind a number of the workload, some of which can be given to another CSM.
 *
 * @fires close when the user is done with them
 * @fires reassigned when accounts have another CSM
 */
export default class CsWorkloadAccounts extends LightningElement {
  /** The day that the numbers are of. */
  @api asOf = '';

  /** Who accounts could be given to. */
  @api candidates: { label: string; value: string }[] = [];

  pages = new Map<string, AccountRow[]>();
  total = 0;
  totalArr = 0;
  cursor: string | null = null;
  nextCursor: string | null = null;
  isLoaded = false;
  loadError: unknown;
  selectedIds = new Set<string>();
  canReassign: boolean | undefined;
  variables: Record<string, unknown> | undefined;
  #csm: CountedCsm | undefined;
  #measure = '';
  #takesFocus = true;

  /** Whose accounts they are, with the numbers that were counted. */
  @api
  get csm(): CountedCsm | undefined {
    return this.#csm;
  }
  set csm(csm: CountedCsm | undefined) {
    const isOther = csm?.csmId !== this.#csm?.csmId;
    this.#csm = csm;
    if (isOther) this.startOver();
  }

  /** Which number was clicked: `accounts`, `atRisk`, `overdueTouches`, `renewals` or `arr`. */
  @api
  get measure(): string {
    return this.#measure;
  }
  set measure(measure: string) {
    if (measure === this.#measure) return;
    this.#measure = measure;
    this.startOver();
  }

  @wire(getObjectInfo, { objectApiName: ACCOUNT })
  readAccess({ data }: ObjectInfoResult): void {
    if (data) this.canReassign = data.fields[MANAGER.fieldApiName]?.updateable ?? false;
  }

  @wire(graphql, { query: ACCOUNTS, variables: '$variables' })
  loadAccounts({ data, errors }: GraphQlResult): void {
    this.loadError = errors;
    if (errors || !data) return;
    const page = readPage(data as AccountsData);
    this.pages = new Map(this.cursor === null ? [] : this.pages).set(this.cursor ?? '', page.rows);
    this.nextCursor = page.nextCursor;
    this.total = page.total;
    this.totalArr = page.totalArr;
    this.isLoaded = true;
    const shown = new Set(this.accounts.map(({ id }) => id));
    this.selectedIds = new Set([...this.selectedIds].filter((id) => shown.has(id)));
  }

  connectedCallback(): void {
    this.startOver();
  }

  renderedCallback(): void {
    const heading = this.template?.querySelector<HTMLElement>('[data-id="heading"]');
    if (!this.#takesFocus || !heading) return;
    this.#takesFocus = false;
    heading.focus();
  }

  get accounts(): AccountRow[] {
    return [...this.pages.values()].flat();
  }

  get rows(): object[] {
    return this.accounts.map((account) => ({
      ...account,
      isSelected: this.selectedIds.has(account.id),
      selectLabel: `Select ${account.name}`,
      arrText: account.arr === null ? '–' : formatMoney(account.arr),
      touchText: account.touchDue ? formatDay(account.touchDue) : '–',
      renewalText: account.renewalDate ? formatDay(account.renewalDate) : '–',
    }));
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get isLoading(): boolean {
    return !this.isLoaded && !this.loadError;
  }

  get isEmpty(): boolean {
    return this.isLoaded && !this.hasRows;
  }

  get heading(): string {
    return this.csm ? headingOf(this.measure, this.csm) : '';
  }

  get summary(): string {
    return this.isLoaded ? sumUp(this.accounts.length, this.total, this.totalArr) : '';
  }

  get difference(): string {
    if (!this.csm || !this.isLoaded) return '';
    return explainDifference(this.measure, Number(this.csm[this.measure]), this, this.asOf);
  }

  get canLoadMore(): boolean {
    return this.nextCursor !== null;
  }

  get mayNotReassign(): boolean {
    return this.canReassign === false;
  }

  get allSelected(): boolean {
    return this.hasRows && this.selectedIds.size === this.accounts.length;
  }

  get selectedAccounts(): AccountRow[] {
    return this.accounts.filter(({ id }) => this.selectedIds.has(id));
  }

  handleSelect(event: CustomEvent<{ checked: boolean }>): void {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    const selected = new Set(this.selectedIds);
    if (event.detail.checked) selected.add(id);
    else selected.delete(id);
    this.selectedIds = selected;
  }

  handleSelectAll(event: CustomEvent<{ checked: boolean }>): void {
    this.selectedIds = new Set(event.detail.checked ? this.accounts.map(({ id }) => id) : []);
  }

  handleMore(): void {
    this.cursor = this.nextCursor;
    this.ask();
  }

  handleReassigned(): void {
    this.cursor = null;
    this.ask();
    this.dispatchEvent(new CustomEvent('reassigned'));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  startOver(): void {
    if (!this.isConnected) return;
    this.cursor = null;
    this.isLoaded = false;
    this.pages = new Map();
    this.selectedIds = new Set();
    this.#takesFocus = true;
    this.ask();
  }

  ask(): void {
    const selection = this.csm && selectionOf(this.measure, this.csm.csmId, this.asOf);
    this.variables = selection && { ...selection, first: PAGE_SIZE, after: this.cursor };
  }
}
