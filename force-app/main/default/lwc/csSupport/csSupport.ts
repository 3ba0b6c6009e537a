import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { ACCOUNT_STORY, readStory, storyVariables } from 'c/csAccountStory';
import type { AccountStory, AccountStoryData } from 'c/csAccountStory';
import { countOf, dayOf } from 'c/csFormat';
import { lacksAccess } from 'c/csLdsErrors';
import { viewSupport } from './csSupportModel';
import type { SupportView, TicketRow } from './csSupportModel';

/** Closed tickets shown before someone asks for all of them. */
const CLOSED_AT_FIRST = 5;

/** How it stands with the support of an account: the numbers, and every ticket with a link to where it is worked on. */
export default class CsSupport extends LightningElement {
  /** Id of the account, given by the record page. */
  @api recordId: string | undefined;

  story: AccountStory | undefined;
  errors: unknown;
  showsAllClosed = false;

  @wire(graphql, { query: ACCOUNT_STORY, variables: '$variables' })
  loadStory({ data, errors }: GraphQlResult): void {
    this.errors = errors;
    if (data && !errors) this.story = readStory(data as AccountStoryData);
  }

  get variables(): Record<string, unknown> | undefined {
    return storyVariables(this.recordId);
  }

  get view(): SupportView | undefined {
    const tickets = this.story?.tickets;
    return tickets && tickets.total > 0 ? viewSupport(tickets, dayOf(new Date())) : undefined;
  }

  get openHeading(): string {
    return `Open tickets (${this.view?.open.length ?? 0})`;
  }

  get hasOpen(): boolean {
    return (this.view?.open.length ?? 0) > 0;
  }

  get hasClosed(): boolean {
    return (this.view?.closed.length ?? 0) > 0;
  }

  get closed(): TicketRow[] {
    const closed = this.view?.closed ?? [];
    return this.showsAllClosed ? closed : closed.slice(0, CLOSED_AT_FIRST);
  }

  get moreLabel(): string {
    const { length } = this.view?.closed ?? [];
    return !this.showsAllClosed && length > CLOSED_AT_FIRST
      ? `Show all ${countOf(length, 'closed ticket')}`
      : '';
  }

  get isLoading(): boolean {
    return !this.story && !this.errors;
  }

  get isEmpty(): boolean {
    return this.story?.tickets?.total === 0;
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.errors) || this.story?.tickets === null;
  }

  get shownErrors(): unknown {
    return lacksAccess(this.errors) ? undefined : this.errors;
  }

  handleMore(): void {
    this.showsAllClosed = true;
  }
}
