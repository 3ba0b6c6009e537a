import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import type { RecordResult } from 'lightning/uiRecordApi';
import ACCOUNT_NAME from '@salesforce/schema/Account.Name';
import LOW_USAGE from '@salesforce/schema/Account.CS_Low_Usage__c';
import USAGE_DOWN from '@salesforce/schema/Account.CS_Usage_Down__c';
import SEAT_USE from '@salesforce/schema/Account.CS_Seat_Use__c';
import USAGE_CHANGE from '@salesforce/schema/Account.CS_Usage_Change__c';
import USAGE_REASON from '@salesforce/schema/Account.CS_Usage_Reason__c';
import USAGE_AS_OF from '@salesforce/schema/Account.CS_Usage_As_Of__c';
import { ACCOUNT_STORY, readStory, storyVariables } from 'c/csAccountStory';
import type { AccountStory, AccountStoryData, UsagePeriod } from 'c/csAccountStory';
import { dayOf, formatDay } from 'c/csFormat';
import { lacksAccess } from 'c/csLdsErrors';
import { describeUsage, viewFigures } from './csUsageModel';
import type { UsageFigure, WrittenUsage } from './csUsageModel';
import { listFeatures } from './featureAdoption';
import type { FeatureAdoption } from './featureAdoption';
import { drawUsage } from './usageSeries';
import type { UsagePoint, UsageSeries } from './usageSeries';

const FLAGS = [LOW_USAGE, USAGE_DOWN, SEAT_USE, USAGE_CHANGE, USAGE_REASON, USAGE_AS_OF];
const NOTHING_WRITTEN: WrittenUsage = {
  isLow: false,
  isDown: false,
  seatUse: null,
  change: null,
  reason: '',
  asOf: null,
};

/** What a customer uses: seats, usage against what is usual with its flags and their reasons, and each feature. */
export default class CsUsage extends LightningElement {
  /** Id of the account, given by the record page. */
  @api recordId: string | undefined;

  written: WrittenUsage = NOTHING_WRITTEN;
  story: AccountStory | undefined;
  loadError: unknown;
  isTable = false;
  #known: string | undefined;
  #refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: ACCOUNT_STORY, variables: '$variables' })
  loadStory({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    this.loadError = errors;
    if (data && !errors) this.story = readStory(data as AccountStoryData);
  }

  // Optional, so that a user without access gets told so instead of an error about a field.
  @wire(getRecord, { recordId: '$recordId', fields: [ACCOUNT_NAME], optionalFields: FLAGS })
  loadAccount({ data }: RecordResult): void {
    if (!data) return;
    const value = <Type>(field: typeof LOW_USAGE): Type | null =>
      (getFieldValue(data, field) as Type | null | undefined) ?? null;
    this.written = {
      isLow: value(LOW_USAGE) === true,
      isDown: value(USAGE_DOWN) === true,
      seatUse: value<number>(SEAT_USE),
      change: value<number>(USAGE_CHANGE),
      reason: value<string>(USAGE_REASON) ?? '',
      asOf: value<string>(USAGE_AS_OF),
    };
    const known = JSON.stringify(this.written);
    const isNew = this.#known !== undefined && known !== this.#known;
    this.#known = known;
    // What the companion says anew it says of new usage.
    if (isNew) this.reload();
  }

  get variables(): { accountId: string } | undefined {
    return storyVariables(this.recordId);
  }

  get periods(): UsagePeriod[] {
    return this.story?.usage?.items ?? [];
  }

  get series(): UsageSeries | null {
    return drawUsage(this.periods, this.today);
  }

  get points(): UsagePoint[] {
    return this.series?.points ?? [];
  }

  get measure(): string {
    return this.series?.measure ?? '';
  }

  get figures(): UsageFigure[] {
    return viewFigures(this.written, this.series);
  }

  get features(): FeatureAdoption[] {
    return listFeatures(this.periods, this.today);
  }

  get hasFeatures(): boolean {
    return this.features.length > 0;
  }

  get chartDescription(): string {
    return this.series ? describeUsage(this.series) : '';
  }

  get asOf(): string {
    return this.written.asOf ? `Usage to ${formatDay(this.written.asOf)}.` : '';
  }

  get today(): string {
    return dayOf(new Date());
  }

  get isLoading(): boolean {
    return !this.story && !this.loadError;
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.loadError) || (this.story !== undefined && this.story.usage === null);
  }

  get shownError(): unknown {
    return this.hasNoAccess ? undefined : this.loadError;
  }

  get isEmpty(): boolean {
    return this.story?.usage != null && this.periods.length === 0;
  }

  get hasUsage(): boolean {
    return this.periods.length > 0;
  }

  get hasPoints(): boolean {
    return this.points.length > 0;
  }

  get isSingle(): boolean {
    return this.points.length === 1;
  }

  get viewLabel(): string {
    return this.isTable ? 'Show usage as chart' : 'Show usage as table';
  }

  get viewIcon(): string {
    return this.isTable ? 'utility:chart' : 'utility:table';
  }

  handleView(): void {
    this.isTable = !this.isTable;
  }

  async reload(): Promise<void> {
    await this.#refresh?.();
  }
}
