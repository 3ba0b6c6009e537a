import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoResult, PicklistsResult } from 'lightning/uiObjectInfoApi';
import ACCOUNT from '@salesforce/schema/Account';
import NEXT_SCHEDULED from '@salesforce/schema/Account.CS_Next_Scheduled__c';
import USER_ID from '@salesforce/user/Id';
import { dayOf, formatNumber } from 'c/csFormat';
import { lacksAccess } from 'c/csLdsErrors';
import type { ChartBand, ChartChoice, ChartRow } from 'c/csRenewalPipelineChart';
import type { RenewalSection } from 'c/csRenewalPipelineTable';
import type { RenewalTile } from 'c/csRenewalPipelineTiles';
import { bandLabel } from './csRenewalPipelineBands';
import { STARTING_CRITERIA, listFilter, totalFilters } from './csRenewalPipelineFilter';
import type { Criteria } from './csRenewalPipelineFilter';
import { RENEWALS, readPage } from './csRenewalPipelineListQuery';
import type { Renewal, RenewalsData } from './csRenewalPipelineListQuery';
import {
  describeTotals,
  periodsOn,
  viewBands,
  viewChart,
  viewSections,
  viewTiles,
} from './csRenewalPipelineModel';
import { nextDays } from './csRenewalPipelinePeriods';
import type { Period } from './csRenewalPipelinePeriods';
import { totalsOf } from './csRenewalPipelineTotals';
import { RENEWAL_TOTALS, readGroups } from './csRenewalPipelineTotalsQuery';
import type { RenewalGroup, RenewalTotalsData } from './csRenewalPipelineTotalsQuery';

/** A table needs this many pixels. */
const TABLE_WIDTH = 640;

/** Accounts read in one request. */
const PAGE_SIZE = 25;

type Option = { label: string; value: string };

/** What renews and when: totals and a chart by month, and the accounts behind each number. */
export default class CsRenewalPipeline extends LightningElement {
  criteria: Criteria = STARTING_CRITERIA;
  // Kept, not made anew with the choice of a month or a band: the totals hold all of them.
  totalVariables = totalFilters(STARTING_CRITERIA, USER_ID, dayOf(new Date()));
  period: Period = nextDays(dayOf(new Date()));
  width = 0;
  /** What the user asked for; until then cards where a table has no room. */
  chosenCards: boolean | undefined;
  groups: RenewalGroup[] | undefined;
  pages: Map<string, Renewal[]> | undefined;
  total = 0;
  cursor: string | null = null;
  nextCursor: string | null = null;
  totalsError: unknown;
  listError: unknown;
  recordTypeId: string | undefined;
  tiers: Option[] = [];
  bands: Option[] = [];
  canChange = false;
  selectedIds: string[] = [];
  allSelected = false;
  #observer: ResizeObserver | undefined;
  #refreshTotals: (() => Promise<void>) | undefined;
  #refreshList: (() => Promise<void>) | undefined;

  @wire(getObjectInfo, { objectApiName: ACCOUNT })
  readAccess({ data }: ObjectInfoResult): void {
    this.recordTypeId = data?.defaultRecordTypeId;
    this.canChange = data?.fields[NEXT_SCHEDULED.fieldApiName]?.updateable ?? false;
  }

  @wire(getPicklistValuesByRecordType, { objectApiName: ACCOUNT, recordTypeId: '$recordTypeId' })
  readPicklists({ data }: PicklistsResult): void {
    this.tiers = data?.picklistFieldValues.CS_Tier__c?.values ?? [];
    this.bands = data?.picklistFieldValues.CS_Risk_Band__c?.values ?? [];
  }

  @wire(graphql, { query: RENEWAL_TOTALS, variables: '$totalVariables' })
  loadTotals({ data, errors, refresh }: GraphQlResult): void {
    this.#refreshTotals = refresh;
    this.totalsError = errors;
    if (data && !errors) this.groups = readGroups(data as RenewalTotalsData);
  }

  @wire(graphql, { query: RENEWALS, variables: '$listVariables' })
  loadRenewals({ data, errors, refresh }: GraphQlResult): void {
    this.#refreshList = refresh;
    this.listError = errors;
    if (!data || errors) return;
    const page = readPage(data as RenewalsData);
    const earlier = this.cursor === null ? [] : (this.pages ?? []);
    this.pages = new Map(earlier).set(this.cursor ?? '', page.renewals);
    this.nextCursor = page.nextCursor;
    this.total = page.total;
  }

  renderedCallback(): void {
    const list = this.template?.querySelector('.list');
    if (this.#observer || !list || typeof ResizeObserver === 'undefined') return;
    this.#observer = new ResizeObserver(([entry]) => {
      this.width = Math.floor(entry?.contentRect.width ?? 0);
    });
    this.#observer.observe(list);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  get filter(): object {
    return listFilter(this.criteria, this.period, USER_ID);
  }

  get listVariables(): Record<string, unknown> {
    return { where: this.filter, first: PAGE_SIZE, after: this.cursor };
  }

  get today(): string {
    return dayOf(new Date());
  }

  get isLoading(): boolean {
    return (!this.groups && !this.totalsError) || (!this.pages && !this.listError);
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.totalsError) || lacksAccess(this.listError);
  }

  get shownErrors(): unknown {
    return this.hasNoAccess ? undefined : [this.totalsError, this.listError].flat();
  }

  get isReady(): boolean {
    return this.groups !== undefined && this.pages !== undefined && !this.hasNoAccess;
  }

  get tiles(): RenewalTile[] {
    return viewTiles(this.groups ?? [], this.criteria.band, this.today);
  }

  get chart(): ChartRow[] {
    return viewChart(this.groups ?? [], this.today);
  }

  get chartBands(): ChartBand[] {
    return viewBands(this.groups ?? []);
  }

  get choice(): ChartChoice {
    return { period: this.period.key, band: this.criteria.band };
  }

  get renewals(): Renewal[] {
    return [...(this.pages?.values() ?? [])].flat();
  }

  get sections(): RenewalSection[] {
    const { period, today, selectedIds } = this;
    const shown = { period, band: this.criteria.band, today, selectedIds };
    return viewSections(this.renewals, this.groups ?? [], shown);
  }

  get heading(): string {
    const { band } = this.criteria;
    return band ? `${this.period.label}, ${bandLabel(band)}` : this.period.label;
  }

  get totals(): string {
    return describeTotals(totalsOf(this.groups ?? [], this.period, this.criteria.band));
  }

  get hasRenewals(): boolean {
    return this.renewals.length > 0;
  }

  get emptyText(): string {
    if (this.period.kind === 'overdue') return 'No renewal is overdue.';
    if (this.period.kind === 'unscheduled') return 'Every account has a renewal date.';
    const hint =
      this.criteria.csm === 'mine' ? ' Choose another month, or look at the accounts of anyone.' : '';
    return `Nothing renews here.${hint}`;
  }

  get canLoadMore(): boolean {
    return this.nextCursor !== null;
  }

  get shownText(): string {
    return `${formatNumber(this.renewals.length)} of ${formatNumber(this.total)} accounts shown`;
  }

  get isCards(): boolean {
    return this.chosenCards ?? (this.width > 0 && this.width < TABLE_WIDTH);
  }

  get viewLabel(): string {
    return this.isCards ? 'Show as list' : 'Show as cards';
  }

  get viewIcon(): string {
    return this.isCards ? 'utility:rows' : 'utility:apps';
  }

  handleCriteria(event: CustomEvent<Partial<Criteria>>): void {
    this.show({ ...this.criteria, ...event.detail }, this.period.key);
  }

  handlePeriod(event: CustomEvent<{ period: string }>): void {
    this.show(this.criteria, event.detail.period);
  }

  /** A part of a bar chooses its band too; the one that is chosen gives it free again. */
  handleChart(event: CustomEvent<ChartChoice>): void {
    const { period, band } = event.detail;
    const isChosen = period === this.period.key && band !== '' && band === this.criteria.band;
    const wanted = isChosen ? '' : band || this.criteria.band;
    this.show({ ...this.criteria, band: wanted }, period);
  }

  handleView(): void {
    this.chosenCards = !this.isCards;
  }

  /** A call or a note changes when an account was last in touch. */
  async handleActionDone(): Promise<void> {
    await this.#refreshList?.();
  }

  handleToggle(event: CustomEvent<{ id: string; checked: boolean }>): void {
    const { id, checked } = event.detail;
    const others = this.selectedIds.filter((other) => other !== id);
    this.selectedIds = checked ? [...others, id] : others;
    this.allSelected = false;
  }

  handleSelectAll(): void {
    this.selectedIds = this.renewals.map(({ id }) => id);
    this.allSelected = true;
  }

  handleClear(): void {
    this.selectedIds = [];
    this.allSelected = false;
  }

  /** A change of many accounts may have moved them to another band, tier or CSM. */
  async handleChanged(): Promise<void> {
    await Promise.all([this.#refreshTotals?.(), this.cursor === null ? this.#refreshList?.() : undefined]);
    this.cursor = null;
  }

  handleMore(): void {
    this.cursor = this.nextCursor;
  }

  show(criteria: Criteria, periodKey: string): void {
    const isOtherBook = criteria.csm !== this.criteria.csm || criteria.tier !== this.criteria.tier;
    if (isOtherBook) this.totalVariables = totalFilters(criteria, USER_ID, this.today);
    this.cursor = null;
    this.handleClear();
    this.criteria = criteria;
    this.period = periodsOn(this.today).find(({ key }) => key === periodKey) ?? nextDays(this.today);
  }
}
