import { LightningElement, api } from 'lwc';
import { MAX_COMMENT, MAX_SURVEY, SCALE, dayProblem } from './csNpsFormModel';
import type { NpsEntry } from './csNpsFormModel';

export type { NpsEntry } from './csNpsFormModel';

/** The part of a base component that validates. */
interface Field extends HTMLElement {
  value: string | null | undefined;
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/**
 * Takes down what a customer answered.
 *
 * @fires save with an NpsEntry in `detail`, once it is valid
 * @fires cancel on the button or Escape
 */
export default class CsNpsForm extends LightningElement {
  /** Id of the account, whose contacts may have answered. */
  @api accountId: string | undefined;

  /** Today in the user's time zone, `YYYY-MM-DD`: no answer is later. */
  @api today = '';

  /** Name of the survey to start from. */
  @api survey = '';

  /** While the parent saves, nothing can be pressed twice. */
  @api saving = false;

  score: number | null = null;
  contactId: string | undefined;
  hasNoScore = false;
  maxComment = MAX_COMMENT;
  maxSurvey = MAX_SURVEY;
  #hasFocused = false;

  renderedCallback(): void {
    if (this.#hasFocused) return;
    this.#hasFocused = true;
    this.firstStep?.focus();
  }

  get steps(): { score: number; id: string; isChosen: boolean }[] {
    return SCALE.map((score) => ({ score, id: `score-${score}`, isChosen: score === this.score }));
  }

  get groupClass(): string {
    return this.hasNoScore ? 'slds-form-element slds-has-error' : 'slds-form-element';
  }

  get isInvalid(): 'true' | undefined {
    return this.hasNoScore ? 'true' : undefined;
  }

  handleScore(event: Event): void {
    this.score = Number((event.target as HTMLInputElement).value);
    this.hasNoScore = false;
  }

  handleContact(event: CustomEvent<{ contactId: string | undefined }>): void {
    this.contactId = event.detail.contactId;
  }

  handleDay(): void {
    this.field('day')?.setCustomValidity('');
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleCancel();
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleSave(): void {
    if (this.saving) return;
    const day = this.valueOf('day');
    this.hasNoScore = this.score === null;
    this.field('day')?.setCustomValidity(dayProblem(day, this.today));
    const areValid = ['day', 'survey', 'comment'].map((name) => this.field(name)?.reportValidity() ?? true);
    if (this.score === null) this.firstStep?.focus();
    if (this.score === null || !areValid.every(Boolean)) return;
    const detail: NpsEntry = {
      score: this.score,
      contactId: this.contactId ?? null,
      day,
      survey: this.valueOf('survey'),
      comment: this.valueOf('comment'),
    };
    this.dispatchEvent(new CustomEvent('save', { detail }));
  }

  get firstStep(): HTMLElement | null {
    return this.template?.querySelector<HTMLElement>('input[type="radio"]') ?? null;
  }

  field(name: string): Field | null {
    return this.template?.querySelector<Field>(`[data-name="${name}"]`) ?? null;
  }

  valueOf(name: string): string {
    return (this.field(name)?.value ?? '').trim();
  }
}
