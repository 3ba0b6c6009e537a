import { LightningElement, api } from 'lwc';

interface DateInput extends HTMLElement {
  value: string | null;
  reportValidity(): boolean;
}

/**
 * Asks for the day on which an account comes back.
 *
 * @fires pick with `detail.day`, `YYYY-MM-DD`, once it is valid
 * @fires cancel on the button or Escape
 */
export default class CsFocusPutAside extends LightningElement {
  /** The first day that can be picked, `YYYY-MM-DD`. */
  @api from = '';

  /** Name of the account. */
  @api accountName = '';

  hasFocused = false;

  renderedCallback(): void {
    if (this.hasFocused) return;
    this.hasFocused = true;
    this.input?.focus();
  }

  get input(): DateInput | null {
    return this.template?.querySelector<DateInput>('lightning-input') ?? null;
  }

  get label(): string {
    return `Put ${this.accountName} aside until`;
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleCancel();
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    this.handlePick();
  }

  handlePick(): void {
    const { input } = this;
    if (!input?.reportValidity() || !input.value) return;
    this.dispatchEvent(new CustomEvent('pick', { detail: { day: input.value } }));
  }
}
