import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import RESPONSE from '@salesforce/schema/CS_NPS_Response__c';
import { ACCOUNT_STORY, readStory, storyVariables } from 'c/csAccountStory';
import type { AccountStory, AccountStoryData } from 'c/csAccountStory';
import { dayOf } from 'c/csFormat';
import { lacksAccess } from 'c/csLdsErrors';
import { followUpOf } from './csNpsFollowUp';
import type { FollowUp } from './csNpsFollowUp';
import { markLatest, viewNps } from './csNpsModel';
import type { MarkedAnswer, NpsView } from './csNpsModel';

/** What the people of an account would answer if asked whether they recommend us, how sure that is, and who said what. */
export default class CsNps extends LightningElement {
  /** Id of the account, given by the record page. */
  @api recordId: string | undefined;

  /** With answers of fewer people in a year no score is shown. */
  @api minPeople = 5;

  /** Days after which the last answer is called stale. */
  @api staleAfterDays = 180;

  story: AccountStory | undefined;
  errors: unknown;
  /** The object, once the story shows that she may read it: else there are no rights to ask for. */
  readable: typeof RESPONSE | undefined;
  canRecord = false;
  #refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: ACCOUNT_STORY, variables: '$variables' })
  loadStory({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    this.errors = errors;
    if (!data || errors) return;
    this.story = readStory(data as AccountStoryData);
    this.readable = RESPONSE;
  }

  @wire(getObjectInfo, { objectApiName: '$readable' })
  readRights({ data }: ObjectInfoResult): void {
    this.canRecord = data?.createable ?? false;
  }

  get variables(): Record<string, unknown> | undefined {
    return storyVariables(this.recordId);
  }

  get answers(): MarkedAnswer[] {
    return markLatest(this.story?.answers.items ?? []);
  }

  get total(): number {
    return this.story?.answers.total ?? 0;
  }

  get view(): NpsView | undefined {
    if (this.answers.length === 0) return undefined;
    return viewNps(this.answers, this.total, this.today, {
      minPeople: this.minPeople,
      staleAfterDays: this.staleAfterDays,
    });
  }

  get followUp(): FollowUp | null {
    return this.story ? followUpOf(this.answers, this.story, this.today) : null;
  }

  get lastSurvey(): string {
    return this.answers[0]?.survey ?? '';
  }

  get headlineClass(): string {
    return this.view?.scale ? 'score' : 'slds-text-heading_medium';
  }

  get lastClass(): string {
    return this.view?.isStale ? 'slds-badge slds-theme_warning' : 'slds-text-color_weak';
  }

  get today(): string {
    return dayOf(new Date());
  }

  get isLoading(): boolean {
    return !this.story && !this.errors;
  }

  get isEmpty(): boolean {
    return this.story !== undefined && this.answers.length === 0;
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.errors);
  }

  get shownErrors(): unknown {
    return this.hasNoAccess ? undefined : this.errors;
  }

  get beginText(): string {
    return this.canRecord
      ? 'Ask two or three people who use the product how likely they are to recommend us, 0 to 10, and record what they say.'
      : 'Answers show here as soon as someone records them.';
  }

  async handleRecorded(): Promise<void> {
    await this.#refresh?.();
  }
}
