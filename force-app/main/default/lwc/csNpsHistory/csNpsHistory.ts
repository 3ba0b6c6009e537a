import { LightningElement, api } from 'lwc';
import { rowsOf } from './csNpsHistoryModel';
import type { Answer, AnswerRow } from './csNpsHistoryModel';

/** Answers shown before someone asks for all of them. */
const SHOWN_AT_FIRST = 8;

const SCOPES = [
  { label: 'All answers', value: 'all' },
  { label: 'Latest of each person', value: 'latest' },
];

/** NPS answers of an account, newest first; long comments unfold in place. */
export default class CsNpsHistory extends LightningElement {
  /** The answers, newest first. */
  @api answers: Answer[] = [];

  /** Answers in the org, those that were not read included. */
  @api total = 0;

  scope = 'all';
  isWhole = false;
  unfolded = new Set<string>();

  get scopes(): typeof SCOPES {
    return SCOPES;
  }

  get inScope(): Answer[] {
    return this.scope === 'latest' ? this.answers.filter(({ isLatest }) => isLatest) : this.answers;
  }

  get rows(): AnswerRow[] {
    const shown = this.isWhole ? this.inScope : this.inScope.slice(0, SHOWN_AT_FIRST);
    return rowsOf(shown, this.unfolded);
  }

  get hasMore(): boolean {
    return !this.isWhole && this.inScope.length > SHOWN_AT_FIRST;
  }

  get moreLabel(): string {
    return `Show all ${this.inScope.length}`;
  }

  get leftOutText(): string {
    const { length } = this.answers;
    return this.total > length ? `The newest ${length} of ${this.total} answers are shown and counted.` : '';
  }

  handleScope(event: CustomEvent<{ value: string }>): void {
    this.scope = event.detail.value;
  }

  handleMore(): void {
    this.isWhole = true;
  }

  handleFold(event: Event): void {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(id)) unfolded.add(id);
    this.unfolded = unfolded;
  }
}
