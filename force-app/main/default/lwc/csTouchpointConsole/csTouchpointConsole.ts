import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoResult, PicklistsResult } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import ACCOUNT from '@salesforce/schema/Account';
import NEXT_SCHEDULED from '@salesforce/schema/Account.CS_Next_Scheduled__c';
import USER_ID from '@salesforce/user/Id';
import { dayOf, formatDay, formatNumber } from 'c/csFormat';
import { lacksAccess } from 'c/csLdsErrors';
import { TOUCHPOINT_ACCOUNTS, readPage } from './csTouchpointConsoleQuery';
import type { TouchpointAccountsData, TouchRow } from './csTouchpointConsoleQuery';
import {
  STARTING_CRITERIA,
  STARTING_SORTING,
  orderBy,
  sortedBy,
  viewFilters,
} from './csTouchpointConsoleModel';
import type { Criteria, Sorting, TouchView } from './csTouchpointConsoleModel';

/** Accounts read in one request. */
const PAGE_SIZE = 25;

/** The most that one request may read. */
const MAX_PAGE_SIZE = 2_000;

type Option = { label: string; value: string };

/** Whom to touch, soonest first: the CSM's list for the day. */
export default class CsTouchpointConsole extends LightningElement {
  view: TouchView = 'all';
  criteria: Criteria = STARTING_CRITERIA;
  // Kept, not made anew with every drawing: the views count again whenever they are given other filters.
  viewFilters = viewFilters(STARTING_CRITERIA, USER_ID, dayOf(new Date()));
  sorting: Sorting = STARTING_SORTING;
  selectedIds: string[] = [];
  allSelected = false;
  pages = new Map<string, TouchRow[]>();
  total = 0;
  first = PAGE_SIZE;
  cursor: string | null = null;
  nextCursor: string | null = null;
  isLoaded = false;
  isSaving = false;
  loadError: unknown;
  saveError: unknown;
  recordTypeId: string | undefined;
  canPlan = false;
  tiers: Option[] = [];
  riskBands: Option[] = [];
  statuses: Option[] = [];
  #refresh: (() => Promise<void>) | undefined;
  #refreshHandler: number | undefined;

  connectedCallback(): void {
    // A call that was logged, a note or a task from a row's menu: the page asks all its lists to read again.
    this.#refreshHandler = registerRefreshHandler(this, () => this.reload());
  }

  disconnectedCallback(): void {
    if (this.#refreshHandler !== undefined) unregisterRefreshHandler(this.#refreshHandler);
  }

  @wire(getObjectInfo, { objectApiName: ACCOUNT })
  readAccess({ data }: ObjectInfoResult): void {
    this.recordTypeId = data?.defaultRecordTypeId;
    this.canPlan = data?.fields[NEXT_SCHEDULED.fieldApiName]?.updateable ?? false;
  }

  @wire(getPicklistValuesByRecordType, { objectApiName: ACCOUNT, recordTypeId: '$recordTypeId' })
  readPicklists({ data }: PicklistsResult): void {
    this.tiers = data?.picklistFieldValues.CS_Tier__c?.values ?? [];
    this.riskBands = data?.picklistFieldValues.CS_Risk_Band__c?.values ?? [];
    this.statuses = data?.picklistFieldValues.CS_Status__c?.values ?? [];
  }

  @wire(graphql, { query: TOUCHPOINT_ACCOUNTS, variables: '$variables' })
  loadAccounts({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    this.loadError = errors;
    if (!data || errors) return;
    const page = readPage(data as TouchpointAccountsData);
    const earlier = this.cursor === null ? [] : this.pages;
    this.pages = new Map(earlier).set(this.cursor ?? '', page.rows);
    this.nextCursor = page.nextCursor;
    this.total = page.total;
    this.isLoaded = true;
  }

  get today(): string {
    return dayOf(new Date());
  }

  get variables(): Record<string, unknown> {
    return { where: this.filter, orderBy: orderBy(this.sorting), first: this.first, after: this.cursor };
  }

  get filter(): object {
    return this.viewFilters[this.view];
  }

  get rows(): TouchRow[] {
    return [...this.pages.values()].flat();
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get isLoading(): boolean {
    return !this.isLoaded && !this.loadError;
  }

  get isEmpty(): boolean {
    return this.isLoaded && !this.loadError && !this.hasRows;
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.loadError);
  }

  get hasAccess(): boolean {
    return !this.hasNoAccess;
  }

  get shownError(): unknown {
    return this.hasNoAccess ? undefined : this.loadError;
  }

  get shownText(): string {
    return `${formatNumber(this.rows.length)} of ${formatNumber(this.total)} accounts shown`;
  }

  get emptyText(): string {
    if (this.view === 'overdue') return 'No touchpoint is overdue. Well kept.';
    return 'No account matches. Choose another filter, or look at the accounts of everyone.';
  }

  get canLoadMore(): boolean {
    return this.nextCursor !== null;
  }

  handleView(event: CustomEvent<{ view: TouchView }>): void {
    this.view = event.detail.view;
    this.startOver();
  }

  handleCriteria(event: CustomEvent<Partial<Criteria>>): void {
    this.criteria = { ...this.criteria, ...event.detail };
    this.viewFilters = viewFilters(this.criteria, USER_ID, this.today);
    this.startOver();
  }

  handleSort(event: CustomEvent<{ column: string }>): void {
    this.sorting = sortedBy(event.detail.column, this.sorting);
    this.startOver();
  }

  handleSelection(event: CustomEvent<{ ids: string[] }>): void {
    this.selectedIds = event.detail.ids;
    this.allSelected = false;
  }

  handleSelectAll(): void {
    this.selectedIds = this.rows.map(({ id }) => id);
    this.allSelected = true;
  }

  handleClear(): void {
    this.selectedIds = [];
    this.allSelected = false;
  }

  handleMore(): void {
    this.first = PAGE_SIZE;
    this.cursor = this.nextCursor;
  }

  async handlePlan(event: CustomEvent<{ id: string; day: string | null }>): Promise<void> {
    const { id, day } = event.detail;
    this.isSaving = true;
    this.saveError = undefined;
    try {
      await updateRecord({ fields: { Id: id, [NEXT_SCHEDULED.fieldApiName]: day } });
      this.confirm(id, day);
      await this.reload();
      this.table?.closeForm(id);
    } catch (error) {
      // The form stays open under its row, with what was typed.
      this.saveError = error;
    } finally {
      this.isSaving = false;
    }
  }

  /** Reads what is shown again, as it stands in the org now. */
  async reload(): Promise<void> {
    const shown = this.rows.length;
    if (this.cursor === null) await this.#refresh?.();
    else {
      // One request for all the pages that are shown: a row may have moved from one to another.
      this.first = Math.min(MAX_PAGE_SIZE, shown);
      this.cursor = null;
    }
    await this.views?.refresh();
  }

  startOver(): void {
    this.first = PAGE_SIZE;
    this.cursor = null;
    this.handleClear();
    this.saveError = undefined;
  }

  confirm(id: string, day: string | null): void {
    const name = this.rows.find((row) => row.id === id)?.name ?? 'The account';
    const title = day ? `${name}: next touchpoint ${formatDay(day)}` : `${name}: no touchpoint is planned`;
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
  }

  get table(): (HTMLElement & { closeForm(id: string): void }) | null {
    return this.template?.querySelector('c-cs-touchpoint-table') ?? null;
  }

  get views(): (HTMLElement & { refresh(): Promise<void> }) | null {
    return this.template?.querySelector('c-cs-touchpoint-views') ?? null;
  }
}
