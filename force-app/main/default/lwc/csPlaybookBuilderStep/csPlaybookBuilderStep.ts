import { LightningElement, api } from 'lwc';
import { ACTIONS } from 'c/csPlaybookRules';

/** A step as its editor needs it. */
interface EditedStep {
  key: string;
  name: string;
  instructions: string;
  action: string;
  dueInDays: number;
}

/** Detail of the event `stepchange`. */
export interface StepChangeDetail {
  key: string;
  change: Record<string, string | number>;
}

/** Detail of the event `stepmove`: by how many places. */
export interface StepMoveDetail {
  key: string;
  by: number;
}

const KEYS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * One step of a playbook that is being edited.
 *
 * @fires stepchange with `StepChangeDetail`
 * @fires stepmove with `StepMoveDetail`, by the arrow keys on the handle
 * @fires stepremove with `{ key }`
 */
export default class CsPlaybookBuilderStep extends LightningElement {
  /** The step. */
  @api step: EditedStep | undefined;

  /** Its place, from 1. */
  @api place = 1;

  actions = ACTIONS.map(({ label, value }) => ({ label, value }));

  /** Puts the focus on the handle, where a move by keyboard goes on. */
  @api focusHandle(): void {
    this.template?.querySelector<HTMLElement>('[data-id="handle"]')?.focus();
  }

  get title(): string {
    return `Step ${this.place}`;
  }

  get handleLabel(): string {
    return `Move step ${this.place}, ${this.step?.name || 'without a name'}: arrow keys or drag`;
  }

  get removeLabel(): string {
    return `Remove step ${this.place}`;
  }

  handleKey(event: KeyboardEvent): void {
    const by = KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const detail: StepMoveDetail = { key: this.step?.key ?? '', by };
    this.dispatchEvent(new CustomEvent('stepmove', { detail }));
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    const { field } = (event.currentTarget as HTMLElement).dataset;
    const { value } = event.detail;
    // An empty number is no number, not zero.
    const parsed = field === 'dueInDays' ? Number(value === '' ? Number.NaN : value) : value;
    const detail: StepChangeDetail = { key: this.step?.key ?? '', change: { [field ?? '']: parsed } };
    this.dispatchEvent(new CustomEvent('stepchange', { detail }));
  }

  handleRemove(): void {
    this.dispatchEvent(new CustomEvent('stepremove', { detail: { key: this.step?.key } }));
  }
}
