import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { ACCOUNT_STORY, readStory, storyVariables } from 'c/csAccountStory';
import type { AccountStory, AccountStoryData } from 'c/csAccountStory';
import { isIn } from 'c/csAlertRecord';
import type { Alert, AlertState } from 'c/csAlertRecord';
import { countOf, formatNumber } from 'c/csFormat';
import { lacksAccess } from 'c/csLdsErrors';

/** The open alerts of one account, whoever they are for, read with the rest of the account's story. */
export default class CsAlertCenterAccount extends LightningElement {
  /** Id of the account, given by the record page. */
  @api recordId: string | undefined;

  /** Alerts shown before "Show more", the most pressing first. */
  @api alertsShown = 3;

  story: AccountStory | undefined;
  errors: unknown;
  now = new Date();
  showsAll = false;
  showsSnoozed = false;
  #refresh: (() => Promise<void>) | undefined;
  #refreshHandler: number | undefined;

  @wire(graphql, { query: ACCOUNT_STORY, variables: '$variables' })
  loadStory({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    this.errors = errors;
    if (!data || errors) return;
    this.story = readStory(data as AccountStoryData);
    this.now = new Date();
  }

  connectedCallback(): void {
    this.#refreshHandler = registerRefreshHandler(this, () => this.reload());
  }

  disconnectedCallback(): void {
    if (this.#refreshHandler !== undefined) unregisterRefreshHandler(this.#refreshHandler);
  }

  get variables(): Record<string, unknown> | undefined {
    return storyVariables(this.recordId);
  }

  get isLoading(): boolean {
    return !this.story && !this.errors;
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.errors) || this.story?.alerts === null;
  }

  get shownErrors(): unknown {
    return this.hasNoAccess ? undefined : this.errors;
  }

  get isLoaded(): boolean {
    return Boolean(this.story?.alerts);
  }

  get all(): Alert[] {
    return this.story?.alerts?.items ?? [];
  }

  get view(): AlertState {
    return this.showsSnoozed ? 'snoozed' : 'open';
  }

  get inView(): Alert[] {
    return this.all.filter((alert) => isIn(this.view, alert, this.now));
  }

  get alerts(): Alert[] {
    return this.showsAll ? this.inView : this.inView.slice(0, this.alertsShown);
  }

  get openCount(): number {
    return this.all.filter((alert) => isIn('open', alert, this.now)).length;
  }

  get badge(): string {
    const more = this.story?.alerts?.nextCursor ? '+' : '';
    return this.openCount > 99 ? '99+' : `${formatNumber(this.openCount)}${more}`;
  }

  get badgeTitle(): string {
    return countOf(this.openCount, 'open alert');
  }

  get moreLabel(): string {
    const hidden = this.inView.length - this.alerts.length;
    return hidden > 0 ? `Show ${hidden} more` : '';
  }

  get snoozedLabel(): string {
    if (this.showsSnoozed) return 'Back to the open ones';
    const snoozed = this.all.filter((alert) => isIn('snoozed', alert, this.now)).length;
    return snoozed > 0 ? `Show ${formatNumber(snoozed)} snoozed` : '';
  }

  get emptyText(): string {
    return this.showsSnoozed ? 'Nothing is snoozed.' : 'Nothing needs you here.';
  }

  handleMore(): void {
    this.showsAll = true;
  }

  handleSnoozed(): void {
    this.showsSnoozed = !this.showsSnoozed;
    this.template?.querySelector<HTMLElement & { startOver(): void }>('c-cs-alert-center-list')?.startOver();
  }

  async reload(): Promise<void> {
    await this.#refresh?.();
  }
}
