import { LightningElement, api } from 'lwc';
import { formatDay } from 'c/csFormat';
import { categoryOf } from 'c/csPromoterScore';

/** An account to choose. */
interface Suggestion {
  accountId: string;
  name: string;
  why: string;
}

/** What is shown of an answer. */
interface Answer {
  score: number;
  day: string;
  comment: string;
  email: string;
  name: string;
  company: string;
  survey: string;
  source: string;
  suggestions: Suggestion[];
  accountId: string | null;
  account: string;
}

const THEMES = {
  Promoter: 'slds-badge slds-theme_success',
  Passive: 'slds-badge',
  Detractor: 'slds-badge slds-theme_error',
};

/**
 * One answer of the inbox.
 *
 * @fires assign with `detail.accountId` and `detail.name`
 * @fires dismiss
 * @fires restore
 */
export default class CsNpsInboxItem extends LightningElement {
  /** The answer. */
  @api answer: Answer | undefined;

  /** Where it stands: `Waiting`, `Assigned` or `Dismissed`. */
  @api status = 'Waiting';

  /** Whether a change of it is under way. */
  @api isBusy = false;

  /** Why the last change was refused. */
  @api refusal = '';

  isPicking = false;
  pickedId: string | null = null;

  get score(): number | undefined {
    return this.answer?.score;
  }

  get category(): string {
    return this.answer ? categoryOf(this.answer.score) : '';
  }

  get theme(): string {
    return this.answer ? THEMES[categoryOf(this.answer.score)] : '';
  }

  get who(): string {
    const { name = '', email = '' } = this.answer ?? {};
    return name || email || 'Someone unknown';
  }

  get details(): string {
    const { name = '', email = '', company = '' } = this.answer ?? {};
    return [name ? email : '', company].filter(Boolean).join(' · ');
  }

  get origin(): string {
    if (!this.answer) return '';
    const { day, survey, source } = this.answer;
    return [formatDay(day), survey, source && `by ${source}`].filter(Boolean).join(' · ');
  }

  get isWaiting(): boolean {
    return this.status === 'Waiting';
  }

  get isDismissed(): boolean {
    return this.status === 'Dismissed';
  }

  get isAssigned(): boolean {
    return this.status === 'Assigned';
  }

  get suggestions(): (Suggestion & { label: string })[] {
    return (this.answer?.suggestions ?? []).map((each) => ({
      ...each,
      label: `Assign the answer of ${this.who} to ${each.name}`,
    }));
  }

  get hasSuggestions(): boolean {
    return this.suggestions.length > 0;
  }

  get accountName(): string {
    return this.answer?.account || 'an account that you cannot see';
  }

  get accountLink(): string | null {
    return this.answer?.account ? this.answer.accountId : null;
  }

  get isAccountGone(): boolean {
    return this.isAssigned && this.answer?.accountId === null;
  }

  get pickLabel(): string {
    return this.hasSuggestions ? 'Another account…' : 'Choose the account…';
  }

  get dismissLabel(): string {
    return `Dismiss the answer of ${this.who}`;
  }

  get isNothingPicked(): boolean {
    return this.isBusy || !this.pickedId;
  }

  handleSuggestion(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const chosen = this.suggestions.find(({ accountId }) => accountId === id);
    if (chosen) this.fireAssign(chosen.accountId, chosen.name);
  }

  handlePicking(): void {
    this.isPicking = !this.isPicking;
    this.pickedId = null;
  }

  handlePick(event: CustomEvent<{ recordId: string | null }>): void {
    this.pickedId = event.detail.recordId;
  }

  handleAssign(): void {
    if (this.pickedId) this.fireAssign(this.pickedId, '');
  }

  handleDismiss(): void {
    this.dispatchEvent(new CustomEvent('dismiss'));
  }

  handleRestore(): void {
    this.dispatchEvent(new CustomEvent('restore'));
  }

  fireAssign(accountId: string, name: string): void {
    this.dispatchEvent(new CustomEvent('assign', { detail: { accountId, name } }));
  }
}
