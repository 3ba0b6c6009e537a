import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import FORM_FACTOR from '@salesforce/client/formFactor';
import USER_ID from '@salesforce/user/Id';
import type { Alert, AlertState } from 'c/csAlertRecord';
import { countOf, formatNumber } from 'c/csFormat';
import { lacksAccess } from 'c/csLdsErrors';
import { STARTING_CRITERIA, variablesOf } from './csAlertCenterFilter';
import type { Criteria } from './csAlertCenterFilter';
import { ALERT_CENTER, readPage } from './csAlertCenterQuery';
import type { AlertCenterData, AlertPage } from './csAlertCenterQuery';

/** The most that one request may read. */
const MAX_PAGE_SIZE = 2_000;

/** How often a page that somebody looks at asks whether there is anything new. */
const POLL_MS = 60_000;

const EMPTY: Record<AlertState, { heading: string; text: string }> = {
  open: {
    heading: 'Nothing needs you',
    text: 'Accounts that come at risk, overdue tasks and touchpoints, renewals without a next step, falling usage, detractors and escalated tickets appear here.',
  },
  unread: { heading: 'All read', text: 'What is new appears here until you open it.' },
  snoozed: { heading: 'Nothing is snoozed', text: 'What you put off stays here, and comes back by itself.' },
  resolved: { heading: 'Nothing is resolved', text: 'What is done, or whose cause is gone, is kept here.' },
};

interface ListElement extends HTMLElement {
  startOver(): void;
  markAllRead(): Promise<void>;
}

/** The alerts of a user: read, put off, resolved, one by one or several at once. */
export default class CsAlertCenter extends NavigationMixin(LightningElement) {
  /** Alerts read in one request. */
  @api pageSize = 25;

  /** Whether the filters are shown from the start; else, and always on a phone, a button opens them. */
  @api filtersOpen = false;

  /** Whether a link leads to the page of all alerts. */
  @api linksToAll = false;

  view: AlertState = 'open';
  criteria: Criteria = STARTING_CRITERIA;
  now = new Date();
  pages = new Map<string, AlertPage>();
  page: AlertPage | undefined;
  first: number | undefined;
  cursor: string | null = null;
  loadError: unknown;
  /** Whether another list was asked for that is not read yet. */
  isAsking = false;
  filtersToggled = false;
  allUrl: string | undefined;
  #refreshHandler: number | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  @wire(graphql, { query: ALERT_CENTER, variables: '$variables' })
  loadAlerts({ data, errors }: GraphQlResult): void {
    this.loadError = errors;
    if (!data || errors) return;
    this.isAsking = false;
    this.page = readPage(data as AlertCenterData);
    const earlier = this.cursor === null ? [] : this.pages;
    this.pages = new Map(earlier).set(this.cursor ?? '', this.page);
  }

  connectedCallback(): void {
    this.#refreshHandler = registerRefreshHandler(this, () => {
      this.reload();
      return Promise.resolve();
    });
    // Nothing tells a page without Apex that a record was made, so it has to look.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    this.#timer = setInterval(() => this.poll(), POLL_MS);
    this[NavigationMixin.GenerateUrl](this.allPage).then((url) => {
      this.allUrl = url;
    });
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
    if (this.#refreshHandler !== undefined) unregisterRefreshHandler(this.#refreshHandler);
  }

  get variables(): Record<string, unknown> {
    const first = this.first ?? this.pageSize;
    return {
      ...variablesOf(this.criteria, this.view, USER_ID, this.now.toISOString()),
      first,
      after: this.cursor,
    };
  }

  get alerts(): Alert[] {
    return [...this.pages.values()].flatMap(({ alerts }) => alerts);
  }

  get isLoading(): boolean {
    return !this.page && !this.loadError;
  }

  get isLoaded(): boolean {
    return this.page !== undefined && !this.hasNoAccess;
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.loadError);
  }

  get shownError(): unknown {
    return this.hasNoAccess ? undefined : this.loadError;
  }

  get unreadCount(): number {
    return this.page?.unreadOfMine ?? 0;
  }

  get badge(): string {
    return this.unreadCount > 99 ? '99+' : formatNumber(this.unreadCount);
  }

  get badgeTitle(): string {
    return countOf(this.unreadCount, 'unread alert');
  }

  get counts(): AlertPage['counts'] | undefined {
    return this.page?.counts;
  }

  get showsFilters(): boolean {
    const fromStart = this.filtersOpen && FORM_FACTOR !== 'Small';
    return fromStart !== this.filtersToggled;
  }

  get filtersExpanded(): string {
    return String(this.showsFilters);
  }

  /** A manager switches to her team's with one click; for others it is one filter among several. */
  get showsScope(): boolean {
    return this.showsFilters || this.page?.hasTeam === true || this.criteria.scope !== 'mine';
  }

  get isNarrowed(): boolean {
    const { type, severity, search } = this.criteria;
    return [type, severity, search].some((wanted) => wanted.trim() !== '');
  }

  get scopeOptions(): { label: string; value: string }[] {
    const team = [{ label: 'My team’s alerts', value: 'team' }];
    return [
      { label: 'My alerts', value: 'mine' },
      ...(this.page?.hasTeam ? team : []),
      { label: 'Everyone’s alerts', value: 'everyone' },
    ];
  }

  get emptyHeading(): string {
    return this.isNarrowed ? 'No alert matches' : EMPTY[this.view].heading;
  }

  get emptyText(): string {
    return this.isNarrowed ? 'Choose another type or severity, or clear the search.' : EMPTY[this.view].text;
  }

  get canMarkAll(): boolean {
    return this.view !== 'resolved' && this.alerts.some(({ readAt }) => readAt === null);
  }

  get markAllLabel(): string {
    return this.canLoadMore ? 'Mark those shown as read' : 'Mark all as read';
  }

  get shownText(): string {
    const total = this.page?.total ?? 0;
    if (this.isAsking) return 'Reading…';
    return total === 0
      ? ''
      : `${formatNumber(Math.min(this.alerts.length, total))} of ${countOf(total, 'alert')} shown`;
  }

  get canLoadMore(): boolean {
    return this.page?.nextCursor != null;
  }

  handleView(event: CustomEvent<{ view: AlertState }>): void {
    this.view = event.detail.view;
    this.startOver();
  }

  handleScope(event: CustomEvent<{ value: string }>): void {
    this.criteria = { ...this.criteria, scope: event.detail.value as Criteria['scope'] };
    this.startOver();
  }

  handleCriteria(event: CustomEvent<Partial<Criteria>>): void {
    this.criteria = { ...this.criteria, ...event.detail };
    this.startOver();
  }

  handleToggleFilters(): void {
    this.filtersToggled = !this.filtersToggled;
  }

  async handleMarkAll(): Promise<void> {
    await this.list?.markAllRead();
  }

  handleMore(): void {
    this.first = undefined;
    this.cursor = this.page?.nextCursor ?? null;
  }

  handleAll(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](this.allPage);
  }

  /** Reads what is shown again, as it stands in the org now; what was snoozed until now comes back. */
  reload(): void {
    // One request for all the pages that are shown: an alert may have moved from one to another.
    if (this.cursor !== null) this.first = Math.min(MAX_PAGE_SIZE, this.alerts.length);
    this.cursor = null;
    // Another moment is another question, and so asks anew.
    this.now = new Date();
  }

  poll(): void {
    if (document.visibilityState === 'visible') this.reload();
  }

  startOver(): void {
    this.first = undefined;
    this.cursor = null;
    this.pages = new Map();
    this.isAsking = true;
    this.now = new Date();
    this.list?.startOver();
  }

  get list(): ListElement | null {
    return this.template?.querySelector<ListElement>('c-cs-alert-center-list') ?? null;
  }

  get allPage(): { type: string; attributes: Record<string, string> } {
    return { type: 'standard__navItemPage', attributes: { apiName: 'CS_Alerts' } };
  }
}
