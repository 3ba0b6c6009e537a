import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { formatDay, formatNumber } from 'c/csFormat';
import { lacksAccess } from 'c/csLdsErrors';
import { LATEST_DAY, TREND, WORKLOAD, readLatestDay, readTrend, readWorkload } from './csWorkloadQuery';
import type { CsmWorkload, EffortPoint, LatestDayData, TrendData, WorkloadData } from './csWorkloadQuery';
import {
  STARTING_SORTING,
  candidates,
  dateInputs,
  orderOf,
  sortedBy,
  teamEffort,
  trendDays,
} from './csWorkloadModel';
import type { Candidate, WorkloadSorting } from './csWorkloadModel';

/** CSMs read in one request. With twelve weeks each, their trend stays within the 2,000 rows of one request. */
const PAGE_SIZE = 100;
const TREND_ROWS = 2_000;

/** How loaded each CSM is, compared with the team and with the weeks before, and the accounts behind each number. */
export default class CsWorkload extends LightningElement {
  asOf: string | null | undefined;
  csms: CsmWorkload[] = [];
  team: EffortPoint[] = [];
  trends = new Map<string, EffortPoint[]>();
  total = 0;
  cursor: string | null = null;
  nextCursor: string | null = null;
  isLoaded = false;
  sorting: WorkloadSorting = STARTING_SORTING;
  shown: { csmId: string; measure: string } | undefined;
  dayError: unknown;
  loadError: unknown;
  trendError: unknown;
  // Kept, not made anew with every drawing: a wire asks again whenever its variables are other objects.
  workloadVariables: Record<string, unknown> | undefined;
  trendVariables: Record<string, unknown> | undefined;
  #refreshes = new Map<string, (() => Promise<void>) | undefined>();

  @wire(graphql, { query: LATEST_DAY })
  loadDay({ data, errors, refresh }: GraphQlResult): void {
    this.#refreshes.set('day', refresh);
    this.dayError = errors;
    if (errors || !data) return;
    const asOf = readLatestDay(data as LatestDayData);
    if (asOf === this.asOf) return;
    this.asOf = asOf;
    this.startOver();
  }

  @wire(graphql, { query: WORKLOAD, variables: '$workloadVariables' })
  loadWorkload({ data, errors, refresh }: GraphQlResult): void {
    this.#refreshes.set('workload', refresh);
    this.loadError = errors;
    if (errors || !data) return;
    const page = readWorkload(data as WorkloadData);
    const earlier = this.cursor === null ? [] : this.csms;
    const known = new Set(page.csms.map(({ csmId }) => csmId));
    this.csms = [...earlier.filter(({ csmId }) => !known.has(csmId)), ...page.csms];
    this.team = page.team;
    this.total = page.total;
    this.nextCursor = page.nextCursor;
    this.isLoaded = true;
    this.askForTrend(page.csms.map(({ csmId }) => csmId));
  }

  @wire(graphql, { query: TREND, variables: '$trendVariables' })
  loadTrend({ data, errors, refresh }: GraphQlResult): void {
    this.#refreshes.set('trend', refresh);
    this.trendError = errors;
    if (!errors && data) this.trends = new Map([...this.trends, ...readTrend(data as TrendData)]);
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.dayError) || lacksAccess(this.loadError);
  }

  get hasAccess(): boolean {
    return !this.hasNoAccess;
  }

  get shownError(): unknown {
    return this.hasNoAccess ? undefined : (this.dayError ?? this.loadError ?? this.trendError);
  }

  get isLoading(): boolean {
    return this.asOf !== null && !this.isLoaded && !this.shownError;
  }

  get isEmpty(): boolean {
    return this.asOf === null;
  }

  get hasRows(): boolean {
    return this.isLoaded && this.csms.length > 0;
  }

  get canLoadMore(): boolean {
    return this.nextCursor !== null;
  }

  get days(): string[] {
    return this.asOf ? trendDays(this.asOf) : [];
  }

  get teamEffort(): number | null {
    return teamEffort(this.team, this.asOf ?? '');
  }

  get headline(): string {
    const day = `As of ${formatDay(this.asOf ?? '')}`;
    const average = this.teamEffort;
    return average === null ? day : `${day}. On average ${formatNumber(average)} hours a month for a CSM.`;
  }

  get shownCount(): string {
    return `${formatNumber(this.csms.length)} of ${formatNumber(this.total)} CSMs shown`;
  }

  get shownCsm(): CsmWorkload | undefined {
    return this.csms.find(({ csmId }) => csmId === this.shown?.csmId);
  }

  get showsTasks(): boolean {
    return this.shownCsm !== undefined && this.shown?.measure === 'overdueTasks';
  }

  get showsAccounts(): boolean {
    return this.shownCsm !== undefined && this.shown?.measure !== 'overdueTasks';
  }

  get candidates(): Candidate[] {
    return candidates(this.csms, this.shown?.csmId ?? '');
  }

  handleSort(event: CustomEvent<{ field: string }>): void {
    this.sorting = sortedBy(event.detail.field, this.sorting);
    this.startOver();
  }

  handleMore(): void {
    this.cursor = this.nextCursor;
    this.askForWorkload();
  }

  handleMeasure(event: CustomEvent<{ csmId: string; measure: string }>): void {
    this.shown = event.detail;
  }

  handleClose(): void {
    const { csmId, measure } = this.shown ?? {};
    this.shown = undefined;
    const table = this.template?.querySelector<HTMLElement & { focusOn(id?: string, name?: string): void }>(
      'c-cs-workload-table',
    );
    table?.focusOn(csmId, measure);
  }

  async handleReassigned(): Promise<void> {
    const recount = this.template?.querySelector<HTMLElement & { start(): Promise<void> }>(
      'c-cs-recalculate',
    );
    await recount?.start();
  }

  async reload(): Promise<void> {
    await Promise.all([...this.#refreshes.values()].map((refresh) => refresh?.()));
  }

  startOver(): void {
    this.cursor = null;
    this.askForWorkload();
  }

  askForWorkload(): void {
    if (!this.asOf) return;
    const { asOf, cursor: after } = this;
    const days = dateInputs(this.days);
    this.workloadVariables = { asOf, days, orderBy: orderOf(this.sorting), first: PAGE_SIZE, after };
  }

  askForTrend(csmIds: string[]): void {
    if (csmIds.length > 0) this.trendVariables = { days: dateInputs(this.days), csmIds, first: TREND_ROWS };
  }
}
