import { LightningElement, api } from 'lwc';
import { addDays, dayOf, momentOf } from 'c/csFormat';
import { WAKE_HOUR, snoozeChoices } from './snoozeChoices';
import type { SnoozeChoice } from './snoozeChoices';

const PICK = 'pick';

interface DateInput extends HTMLElement {
  value: string | null;
  reportValidity(): boolean;
}

/**
 * Asks until when an alert is put off: a menu of days, and a day of one's own.
 *
 * @fires snooze with `detail.until`, ISO 8601: eight in the morning of the user's day
 */
export default class CsAlertCenterSnooze extends LightningElement {
  /** What is put off, for those who do not see where the button stands. */
  @api label = 'Snooze';

  /** While the list saves, nothing can be pressed twice. */
  @api disabled = false;

  isPicking = false;
  #focuses: 'date' | 'menu' | undefined;

  renderedCallback(): void {
    const target = this.#focuses;
    this.#focuses = undefined;
    if (target === 'date') this.input?.focus();
    if (target === 'menu') this.template?.querySelector<HTMLElement>('lightning-button-menu')?.focus();
  }

  get today(): string {
    return dayOf(new Date());
  }

  get tomorrow(): string {
    return addDays(this.today, 1);
  }

  get choices(): SnoozeChoice[] {
    return snoozeChoices(this.today);
  }

  get pickValue(): string {
    return PICK;
  }

  get input(): DateInput | null {
    return this.template?.querySelector<DateInput>('lightning-input') ?? null;
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    if (value === PICK) {
      this.isPicking = true;
      this.#focuses = 'date';
    } else this.snoozeUntil(value);
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleCancel();
  }

  handleCancel(): void {
    this.isPicking = false;
    this.#focuses = 'menu';
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    this.handlePick();
  }

  handlePick(): void {
    const { input } = this;
    if (!input?.reportValidity() || !input.value) return;
    this.isPicking = false;
    this.snoozeUntil(input.value);
  }

  snoozeUntil(day: string): void {
    this.dispatchEvent(new CustomEvent('snooze', { detail: { until: momentOf(day, WAKE_HOUR) } }));
  }
}
