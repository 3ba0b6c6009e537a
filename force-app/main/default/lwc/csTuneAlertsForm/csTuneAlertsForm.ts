import { LightningElement, api } from 'lwc';
import { ruleProblems, tellRuleChanges, thresholdUnit } from './alertRule';
import type { AlertRule } from './alertRule';

export { changedFields, ruleProblems, tellRuleChanges, thresholdUnit } from './alertRule';
export type { AlertRule } from './alertRule';

const options = (...values: string[]) => values.map((value) => ({ label: value, value }));

/**
 * One alert rule, to be changed.
 *
 * @fires save with `detail.rule` and `detail.reason`
 * @fires cancel
 */
export default class CsTuneAlertsForm extends LightningElement {
  /** Why it could not be saved. */
  @api errors: unknown;

  /** Whether it is being saved. */
  @api saving = false;

  severities = options('High', 'Medium', 'Low');
  recipients = options('CSM', 'Manager', 'Owner');
  deliveries = options('At Once', 'Daily Digest');
  draft: AlertRule | undefined;
  reason = '';
  #rule: AlertRule | undefined;

  /** The rule as it is. */
  @api
  get rule(): AlertRule | undefined {
    return this.#rule;
  }
  set rule(rule: AlertRule | undefined) {
    const isOther = rule?.id !== this.#rule?.id;
    this.#rule = rule;
    if (isOther || !this.draft) {
      this.draft = rule && { ...rule };
      this.reason = '';
    }
  }

  get heading(): string {
    return `Change ${this.#rule?.name ?? ''}`;
  }

  get thresholdLabel(): string | undefined {
    const unit = thresholdUnit(this.draft?.type ?? '');
    return unit && `Threshold, ${unit}`;
  }

  get problems(): string[] {
    return this.draft ? ruleProblems(this.draft) : [];
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }

  get cannotSave(): boolean {
    const { draft } = this;
    const isSame = !draft || !this.#rule || tellRuleChanges(this.#rule, draft).length === 0;
    return isSame || this.hasProblems || this.saving || this.reason.trim() === '';
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.keep(event, event.detail.value);
  }

  handleNumber(event: CustomEvent<{ value: string }>): void {
    const text = String(event.detail.value ?? '').trim();
    this.keep(event, text === '' ? null : Number(text));
  }

  handleFlag(event: CustomEvent<{ checked: boolean }>): void {
    this.keep(event, event.detail.checked);
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  handleSave(): void {
    const detail = { rule: this.draft, reason: this.reason.trim() };
    this.dispatchEvent(new CustomEvent('save', { detail }));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  keep(event: Event, value: unknown): void {
    const { field } = (event.currentTarget as HTMLElement).dataset;
    if (this.draft && field) this.draft = { ...this.draft, [field]: value };
  }
}
