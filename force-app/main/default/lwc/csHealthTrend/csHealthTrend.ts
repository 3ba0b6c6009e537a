import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import type { RecordRepresentation, RecordResult } from 'lightning/uiRecordApi';
import type { FieldReference } from '@salesforce/schema/*';
import ACCOUNT_NAME from '@salesforce/schema/Account.Name';
import HEALTH from '@salesforce/schema/Account.CS_Health__c';
import HEALTH_CHANGE from '@salesforce/schema/Account.CS_Health_Change_30d__c';
import HEALTH_TREND from '@salesforce/schema/Account.CS_Health_Trend__c';
import RISK_SCORED_AT from '@salesforce/schema/Account.CS_Risk_Scored_At__c';
import { dayOf } from 'c/csFormat';
import { HEALTH_SCORES, readPage } from './csHealthTrendQuery';
import type { HealthPoint, HealthScoresData } from './csHealthTrendQuery';
import { describe, inOrder, summarise, withinRange } from './csHealthTrendModel';
import type { TrendSummary } from './csHealthTrendModel';

/** Scores read in one request. */
const PAGE_SIZE = 500;

const HEALTH_FIELDS = [HEALTH, HEALTH_TREND, HEALTH_CHANGE, RISK_SCORED_AT];

const RANGES = [
  { label: '90 days', value: '90' },
  { label: '1 year', value: '365' },
  { label: 'All', value: '0' },
];

/** The health of an account over time, as a chart or a table, and a way to set it by hand. */
export default class CsHealthTrend extends LightningElement {
  /** Id of the account, given by the record page. */
  @api recordId: string | undefined;

  /** Days shown at first; 0 for everything. */
  @api rangeDays = 365;

  account: RecordRepresentation | undefined;
  pages = new Map<string, HealthPoint[]>();
  total = 0;
  cursor: string | null = null;
  nextCursor: string | null = null;
  isLoaded = false;
  loadError: unknown;
  chosenRange: string | undefined;
  isTable = false;
  #scoredAt: unknown;
  #refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: HEALTH_SCORES, variables: '$variables' })
  loadScores({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    this.loadError = errors;
    if (!data) return;
    const page = readPage(data as HealthScoresData);
    this.pages = new Map(this.pages).set(this.cursor ?? '', page.points);
    this.nextCursor = page.nextCursor;
    this.total = page.total;
    this.isLoaded = true;
  }

  @wire(getRecord, { recordId: '$recordId', fields: [ACCOUNT_NAME], optionalFields: HEALTH_FIELDS })
  loadAccount({ data }: RecordResult): void {
    if (!data) return;
    const scoredAt = getFieldValue(data, RISK_SCORED_AT);
    const isRescored = this.account !== undefined && scoredAt !== this.#scoredAt;
    this.#scoredAt = scoredAt;
    this.account = data;
    // A new score of the account comes with a new point, whoever asked for it.
    if (isRescored) this.reload();
  }

  get variables(): Record<string, unknown> | undefined {
    return this.recordId ? { accountId: this.recordId, first: PAGE_SIZE, after: this.cursor } : undefined;
  }

  get points(): HealthPoint[] {
    return inOrder([...this.pages.values()].flat());
  }

  get shownPoints(): HealthPoint[] {
    return withinRange(this.points, Number(this.range), this.today);
  }

  get summary(): TrendSummary {
    const account = {
      health: this.read<number>(HEALTH),
      trend: this.read<string>(HEALTH_TREND),
      change: this.read<number>(HEALTH_CHANGE),
    };
    return summarise(account, this.points);
  }

  get chartDescription(): string {
    return describe(this.shownPoints, this.summary);
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

  get isLoading(): boolean {
    return !this.isLoaded && !this.loadError;
  }

  get isEmpty(): boolean {
    return this.isLoaded && this.total === 0;
  }

  get hasPoints(): boolean {
    return this.isLoaded && this.total > 0;
  }

  get hasShownPoints(): boolean {
    return this.shownPoints.length > 0;
  }

  get hasNoShownPoints(): boolean {
    return !this.hasShownPoints;
  }

  get canLoadMore(): boolean {
    return this.nextCursor !== null && this.range === '0';
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

  handleView(): void {
    this.isTable = !this.isTable;
  }

  handleMore(): void {
    this.cursor = this.nextCursor;
  }

  async reload(): Promise<void> {
    if (this.cursor === null) {
      await this.#refresh?.();
      return;
    }
    this.pages = new Map();
    this.cursor = null;
  }

  read<Value>(field: FieldReference): Value | null {
    return this.account ? ((getFieldValue(this.account, field) as Value | null | undefined) ?? null) : null;
  }
}
