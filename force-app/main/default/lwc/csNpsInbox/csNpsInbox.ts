import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { countOf } from 'c/csFormat';
import { lacksAccess, reduceErrors } from 'c/csLdsErrors';
import { assign, setStatus } from './csNpsInboxActions';
import { EMPTY_TEXTS, readInbox } from './csNpsInboxModel';
import type { InboxAnswer, InboxPage, InboxStatus } from './csNpsInboxModel';
import { NPS_INBOX } from './csNpsInboxQuery';
import type { InboxData } from './csNpsInboxQuery';

const STATUSES = ['Waiting', 'Assigned', 'Dismissed'].map((value) => ({ label: value, value }));

/** An answer that was just dismissed, for as long as that can be taken back here. */
interface Dismissed {
  id: string;
  who: string;
}

/** NPS answers that matched no account: somebody says whose they are, or sets them aside. */
export default class CsNpsInbox extends LightningElement {
  status: InboxStatus = 'Waiting';
  variables: Record<string, unknown> = { status: 'Waiting', after: null };
  /** The pages read so far, by where each begins. */
  pages = new Map<string, InboxPage>();
  errors: unknown;
  isLoading = true;
  busyId: string | undefined;
  /** Why the last change was refused, by the answer it was of. */
  refusal: { id: string; text: string } | undefined;
  dismissed: Dismissed | undefined;
  #refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: NPS_INBOX, variables: '$variables' })
  receive({ data, errors, refresh }: GraphQlResult): void {
    this.errors = errors;
    this.#refresh = refresh;
    if (data || errors) this.isLoading = false;
    // An answer with errors has data too, without the list.
    if (!data || errors) return;
    this.pages = new Map(this.pages).set(String(this.variables.after), readInbox(data as InboxData));
  }

  get statuses(): typeof STATUSES {
    return STATUSES;
  }

  get answers(): InboxAnswer[] {
    return [...this.pages.values()].flatMap(({ answers }) => answers);
  }

  get items(): { answer: InboxAnswer; isBusy: boolean; refusal: string }[] {
    return this.answers.map((answer) => ({
      answer,
      isBusy: this.busyId === answer.id,
      refusal: this.refusal?.id === answer.id ? this.refusal.text : '',
    }));
  }

  get lastPage(): InboxPage | undefined {
    return [...this.pages.values()].at(-1);
  }

  get summary(): string {
    if (!this.lastPage) return '';
    const { total } = this.lastPage;
    const shown = this.answers.length;
    const found = `${countOf(total, 'answer')} ${this.status.toLowerCase()}`;
    return shown < total ? `${found}, the newest ${shown} shown` : found;
  }

  get hasMore(): boolean {
    return this.lastPage?.next != null;
  }

  get hasAnswers(): boolean {
    return this.answers.length > 0;
  }

  get isEmpty(): boolean {
    return this.pages.size > 0 && !this.hasAnswers;
  }

  get empty(): { heading: string; text: string } {
    return EMPTY_TEXTS[this.status];
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.errors);
  }

  get shownErrors(): unknown {
    return this.hasNoAccess ? undefined : this.errors;
  }

  get showsStencil(): boolean {
    return this.isLoading && !this.hasAnswers;
  }

  handleStatus(event: CustomEvent<{ value: string }>): void {
    this.status = event.detail.value as InboxStatus;
    this.dismissed = undefined;
    this.startAgain();
  }

  handleMore(): void {
    this.variables = { status: this.status, after: this.lastPage?.next ?? null };
  }

  async handleAssign(event: CustomEvent<{ accountId: string; name: string }>): Promise<void> {
    const answer = this.answerOf(event);
    if (!answer) return;
    const { accountId, name } = event.detail;
    const isDone = await this.change(answer, () => assign(answer, accountId));
    if (isDone) this.tell(`The answer is now with ${name || 'the account you chose'}`);
  }

  async handleDismiss(event: Event): Promise<void> {
    const answer = this.answerOf(event);
    if (!answer) return;
    if (await this.change(answer, () => refusedBy(setStatus(answer.id, 'Dismissed')))) {
      this.dismissed = { id: answer.id, who: answer.name || answer.email || 'someone unknown' };
    }
  }

  async handleRestore(event: Event): Promise<void> {
    const answer = this.answerOf(event);
    if (!answer) return;
    const isDone = await this.change(answer, () => refusedBy(setStatus(answer.id, 'Waiting')));
    if (isDone) this.tell('The answer waits again');
  }

  async handleUndo(): Promise<void> {
    const { dismissed } = this;
    if (!dismissed) return;
    const refusal = await refusedBy(setStatus(dismissed.id, 'Waiting'));
    if (refusal === null) this.dismissed = undefined;
    else this.tell(refusal, 'error');
    await this.readAgain();
  }

  answerOf(event: Event): InboxAnswer | undefined {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    return this.answers.find((answer) => answer.id === id);
  }

  /** Runs one change at a time, and shows what is stored then, whether it worked or not. */
  async change(answer: InboxAnswer, write: () => Promise<string | null>): Promise<boolean> {
    if (this.busyId) return false;
    this.busyId = answer.id;
    this.dismissed = undefined;
    const refusal = await write();
    this.refusal = refusal === null ? undefined : { id: answer.id, text: refusal };
    await this.readAgain();
    this.busyId = undefined;
    return refusal === null;
  }

  async readAgain(): Promise<void> {
    if (this.variables.after === null) await this.#refresh?.();
    else this.startAgain();
  }

  startAgain(): void {
    this.pages = new Map();
    this.isLoading = true;
    this.variables = { status: this.status, after: null };
  }

  tell(title: string, variant: 'success' | 'error' = 'success'): void {
    this.dispatchEvent(new ShowToastEvent({ title, variant }));
  }
}

/** Why a write was refused; null when it was not. */
async function refusedBy(write: Promise<void>): Promise<string | null> {
  try {
    await write;
    return null;
  } catch (error) {
    return reduceErrors(error).join(' ');
  }
}
