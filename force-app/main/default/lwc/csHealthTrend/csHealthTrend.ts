import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import type { RecordResult } from 'lightning/uiRecordApi';
import ACCOUNT_NAME from '@salesforce/schema/Account.Name';
import RISK_EXPLANATION from '@salesforce/schema/Account.CS_Risk_Explanation__c';
import { ACCOUNT_STORY, readStory, storyVariables } from 'c/csAccountStory';
import type { AccountStory, AccountStoryData, HealthScore } from 'c/csAccountStory';
import { dayOf } from 'c/csFormat';
import { lacksAccess } from 'c/csLdsErrors';
import { describe, periodOf, viewTrend, withinPeriod } from './csHealthTrendModel';
import type { TrendView } from './csHealthTrendModel';
import { readEvents } from './healthEvents';
import type { HealthEvent } from './healthEvents';
import { drawSeries, inOrder } from './healthSeries';
import type { Grouping, SeriesPoint } from './healthSeries';
import { OLDER_SCORES, readOlderScores } from './olderScoresQuery';
import type { OlderScoresData } from './olderScoresQuery';
import { readWrittenHealth } from './trendReading';
import type { WrittenHealth } from './trendReading';

/** For how many days a judgement counts where the companion has not said: its starter value. */
const JUDGEMENT_DAYS = 30;

const RANGES = [
  { label: '90 days', value: '90' },
  { label: '1 year', value: '365' },
  { label: 'All', value: '0' },
];

const GROUPINGS = [
  { label: 'Week', value: 'week' },
  { label: 'Month', value: 'month' },
];

/** The health of an account over time with what happened, as a chart or a table, and a way to set it by hand. */
export default class CsHealthTrend extends LightningElement {
  /** Id of the account, given by the record page. */
  @api recordId: string | undefined;

  /** Days shown at first; 0 for everything. */
  @api rangeDays = 365;

  /** What a point stands for at first: `week` or `month`. */
  @api grouping: Grouping = 'week';

  written: WrittenHealth = { health: null, trend: null };
  story: AccountStory | undefined;
  loadError: unknown;
  older: HealthScore[] = [];
  olderError: unknown;
  /** Variables of the page of older scores that was asked for; undefined until one is. */
  olderVariables: { accountId: string; before: string; after: string | null } | undefined;
  nextCursor: string | null = null;
  chosenRange: string | undefined;
  chosenGrouping: Grouping | undefined;
  isTable = false;
  #explanation: unknown;
  #refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: ACCOUNT_STORY, variables: '$variables' })
  loadStory({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    this.loadError = errors;
    if (data && !errors) this.story = readStory(data as AccountStoryData);
  }

  @wire(graphql, { query: OLDER_SCORES, variables: '$olderVariables' })
  loadOlder({ data, errors }: GraphQlResult): void {
    this.olderError = errors;
    if (!data || errors) return;
    const page = readOlderScores(data as OlderScoresData);
    this.older = [...this.older, ...page.scores];
    this.nextCursor = page.nextCursor;
  }

  // Optional, so that a user without access gets told so instead of an error about a field.
  @wire(getRecord, { recordId: '$recordId', fields: [ACCOUNT_NAME], optionalFields: [RISK_EXPLANATION] })
  loadAccount({ data }: RecordResult): void {
    if (!data) return;
    const explanation = (getFieldValue(data, RISK_EXPLANATION) as string | null | undefined) ?? null;
    const isRescored = this.#explanation !== undefined && explanation !== this.#explanation;
    this.#explanation = explanation;
    this.written = readWrittenHealth(explanation);
    // A new score of the account comes with a new point, whoever asked for it.
    if (isRescored) this.reload();
  }

  get variables(): { accountId: string } | undefined {
    return storyVariables(this.recordId);
  }

  /** All scores that are here, in the order of time; one that came with two pages once. */
  get scores(): HealthScore[] {
    const latest = this.story?.scores.items ?? [];
    const known = new Map([...this.older, ...latest].map((score) => [score.id, score]));
    return inOrder([...known.values()]);
  }

  get period(): { from: string; to: string } {
    return periodOf(
      Number(this.range),
      this.today,
      [...this.scores, ...this.allEvents].map(({ day }) => day),
    );
  }

  get series(): SeriesPoint[] {
    const days = this.written.trend?.judgementDays ?? JUDGEMENT_DAYS;
    return drawSeries(this.scores, this.pointsBy, days);
  }

  get shownPoints(): SeriesPoint[] {
    return withinPeriod(this.series, this.period);
  }

  get allEvents(): HealthEvent[] {
    return this.story ? readEvents(this.story) : [];
  }

  get shownEvents(): HealthEvent[] {
    return withinPeriod(this.allEvents, this.period);
  }

  get summary(): TrendView {
    const latest = this.series.findLast(({ isStanding }) => isStanding);
    return viewTrend(this.written.health, this.written.trend, latest);
  }

  get chartDescription(): string {
    return describe(this.shownPoints, this.shownEvents, this.summary);
  }

  /** What was set by hand today already, which a second score replaces. */
  get standing(): HealthScore | undefined {
    return this.scores.findLast(({ day, source }) => source === 'Manual' && day === this.today);
  }

  get today(): string {
    return dayOf(new Date());
  }

  get ranges(): typeof RANGES {
    return RANGES;
  }

  get range(): string {
    return this.chosenRange ?? String(this.rangeDays);
  }

  get groupings(): typeof GROUPINGS {
    return GROUPINGS;
  }

  get pointsBy(): Grouping {
    return this.chosenGrouping ?? (this.grouping === 'month' ? 'month' : 'week');
  }

  get isLoading(): boolean {
    return !this.story && !this.loadError;
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.loadError);
  }

  get shownError(): unknown {
    return this.hasNoAccess ? undefined : this.loadError;
  }

  get isEmpty(): boolean {
    return this.story !== undefined && this.story.scores.total === 0;
  }

  get hasPoints(): boolean {
    return this.story !== undefined && this.story.scores.total > 0;
  }

  get hasShownPoints(): boolean {
    return this.shownPoints.length > 0;
  }

  /** Older scores are for those who look at everything; the rest is in the first page for years. */
  get canLoadMore(): boolean {
    if (this.range !== '0') return false;
    return this.olderVariables ? this.nextCursor !== null : this.story?.scores.nextCursor !== null;
  }

  get viewLabel(): string {
    return this.isTable ? 'Show as chart' : 'Show as table';
  }

  get viewIcon(): string {
    return this.isTable ? 'utility:chart' : 'utility:table';
  }

  handleRange(event: CustomEvent<{ value: string }>): void {
    this.chosenRange = event.detail.value;
  }

  handleGrouping(event: CustomEvent<{ value: Grouping }>): void {
    this.chosenGrouping = event.detail.value;
  }

  handleView(): void {
    this.isTable = !this.isTable;
  }

  handleMore(): void {
    const before = this.olderVariables?.before ?? this.scores[0]?.day;
    if (!this.recordId || !before) return;
    this.olderVariables = { accountId: this.recordId, before, after: this.nextCursor };
  }

  async reload(): Promise<void> {
    await this.#refresh?.();
  }
}
