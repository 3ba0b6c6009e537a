import { LightningElement, api } from 'lwc';
import { lastAllowedDay, problemOf } from './csTouchpointFormModel';

/** The part of `lightning-input` that validates. */
interface DateInput extends HTMLElement {
  value: string | null;
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/**
 * Plans the next touchpoint.
 *
 * @fires save with `detail.day`, `YYYY-MM-DD` or null for none, once it is valid
 * @fires cancel on the button or Escape
 */
export default class CsTouchpointForm extends LightningElement {
  /** The day to start from, `YYYY-MM-DD`; null for none. */
  @api day: string | null = null;

  /** Today in the user's time zone, `YYYY-MM-DD`. */
  @api today = '';

  /** Days from today beyond which a day is refused. */
  @api maxDaysAhead = 730;

  /** Days to pick with one click. */
  @api shortcuts: { label: string; day: string }[] = [];

  /** While the parent saves, nothing can be pressed twice. */
  @api saving = false;

  hasFocused = false;

  renderedCallback(): void {
    if (this.hasFocused) return;
    this.hasFocused = true;
    this.input?.focus();
  }

  get lastDay(): string {
    return lastAllowedDay({ today: this.today, maxDaysAhead: this.maxDaysAhead });
  }

  get input(): DateInput | null {
    return this.template?.querySelector<DateInput>('lightning-input') ?? null;
  }

  handleChange(): void {
    this.input?.setCustomValidity('');
  }

  handleShortcut(event: Event): void {
    const { day } = (event.currentTarget as HTMLElement).dataset;
    if (!this.input || !day) return;
    this.input.value = day;
    this.input.setCustomValidity('');
    this.input.reportValidity();
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleCancel();
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    this.handleSave();
  }

  handleSave(): void {
    const { input } = this;
    if (!input || this.saving) return;
    const day = input.value ?? '';
    input.setCustomValidity(problemOf(day, { today: this.today, maxDaysAhead: this.maxDaysAhead }));
    if (!input.reportValidity()) return;
    this.dispatchEvent(new CustomEvent('save', { detail: { day: day === '' ? null : day } }));
  }
}
