import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { OpenModal } from 'lightning/modal';

/** What is asked for; a step has all of it, a run only who sees it through. */
export interface Assignment {
  assignedToId: string | null;
  /** `YYYY-MM-DD` */
  dueOn: string | null;
  outcome: string;
}

const NOTHING: Assignment = { assignedToId: null, dueOn: null, outcome: '' };

interface Properties {
  assignment: Assignment;
  /** Whether it is a step, not a whole run. */
  isStep: boolean;
}

interface Input extends HTMLElement {
  reportValidity(): boolean;
}

/** Changes who does a step, by when, and what came of it. Closes with the change, or with nothing. */
export default class CsPlaybooksStepForm extends LightningModal {
  declare static open: OpenModal<Properties, Assignment>;

  /** How it is now. */
  @api assignment: Assignment = NOTHING;

  /** Whether it is a step, not a whole run. */
  @api isStep = false;

  entry: Assignment = NOTHING;

  connectedCallback(): void {
    this.entry = { ...this.assignment };
  }

  handlePick(event: CustomEvent<{ recordId: string | null }>): void {
    this.entry = { ...this.entry, assignedToId: event.detail.recordId };
  }

  handleDue(event: CustomEvent<{ value: string | null }>): void {
    this.entry = { ...this.entry, dueOn: event.detail.value || null };
  }

  handleOutcome(event: CustomEvent<{ value: string }>): void {
    this.entry = { ...this.entry, outcome: event.detail.value };
  }

  handleCancel(): void {
    this.close(undefined);
  }

  async handleSave(): Promise<void> {
    const inputs = this.template?.querySelectorAll<Input>('lightning-input, lightning-textarea') ?? [];
    const isValid = [...inputs].map((input) => input.reportValidity()).every(Boolean);
    if (isValid) await this.close(this.entry);
  }
}
