import { LightningElement, api } from 'lwc';

/** What a person says about a customer's health. */
export interface HealthEntry {
  /** A whole number, 0–100. */
  score: number;
  comment: string;
}

/** The part of a base component that validates. */
interface Field extends HTMLElement {
  name: string;
  value: string;
  reportValidity(): boolean;
}

/**
 * Sets a health score by hand.
 *
 * @fires save with a HealthEntry in `detail`, on the button or Enter, once it is valid
 * @fires cancel on the button or Escape
 */
export default class CsHealthTrendForm extends LightningElement {
  /** What to know before saving, such as whose score it would replace. */
  @api notice = '';

  /** While the parent saves, nothing can be pressed twice. */
  @api saving = false;

  hasFocused = false;

  renderedCallback(): void {
    if (this.hasFocused) return;
    this.hasFocused = true;
    this.field('score')?.focus();
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleCancel();
    if (event.key === 'Enter' && (event.target as HTMLElement).dataset.name) this.handleSave();
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleSave(): void {
    const score = this.field('score');
    const comment = this.field('comment');
    if (!score || !comment || this.saving) return;
    const isValid = [score, comment].map((field) => field.reportValidity()).every(Boolean);
    if (!isValid) return;
    const detail: HealthEntry = { score: Number(score.value), comment: (comment.value ?? '').trim() };
    this.dispatchEvent(new CustomEvent('save', { detail }));
  }

  field(name: string): Field | null {
    return this.template?.querySelector<Field>(`[data-name="${name}"]`) ?? null;
  }
}
