import { LightningElement, api } from 'lwc';
import { addDays, dayOf } from 'c/csFormat';

/** What a person says against the rules. */
export interface OverrideEntry {
  band: string;
  reason: string;
  /** The last day on which it holds. */
  expiresOn: string;
}

/** The part of a base component that validates. */
interface Field extends HTMLElement {
  value: string;
  reportValidity(): boolean;
}

/** A month: until the next look at the account. */
const DEFAULT_DAYS = 30;
/** The companion lets none hold for longer. */
const MAX_DAYS = 180;

/**
 * Sets the risk band by hand.
 *
 * @fires save with an OverrideEntry in `detail`, once it is valid
 * @fires cancel on the button or Escape
 */
export default class CsRiskOverrideForm extends LightningElement {
  /** While the parent saves, nothing can be pressed twice. */
  @api saving = false;

  bands = ['Healthy', 'Watch', 'At Risk'].map((band) => ({ label: band, value: band }));
  today = dayOf(new Date());
  expiresOn = addDays(this.today, DEFAULT_DAYS);
  latest = addDays(this.today, MAX_DAYS);
  hasFocused = false;

  renderedCallback(): void {
    if (this.hasFocused) return;
    this.hasFocused = true;
    this.field('band')?.focus();
  }

  handleKeydown(event: KeyboardEvent): void {
    // Escape closes an open list of bands first.
    if (event.key === 'Escape' && !event.defaultPrevented) this.handleCancel();
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleSave(): void {
    const band = this.field('band');
    const reason = this.field('reason');
    const expiresOn = this.field('expiresOn');
    if (!band || !reason || !expiresOn || this.saving) return;
    reason.value = (reason.value ?? '').trim();
    const isValid = [band, expiresOn, reason].map((field) => field.reportValidity()).every(Boolean);
    if (!isValid) return;
    const detail: OverrideEntry = { band: band.value, reason: reason.value, expiresOn: expiresOn.value };
    this.dispatchEvent(new CustomEvent('save', { detail }));
  }

  field(name: string): Field | null {
    return this.template?.querySelector<Field>(`[data-name="${name}"]`) ?? null;
  }
}
