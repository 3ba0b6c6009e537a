import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { OpenModal } from 'lightning/modal';
import { formatMoment } from 'c/csFormat';

/** An activity to choose from. */
export interface Candidate {
  id: string;
  subject: string;
  /** ISO 8601 */
  createdAt: string;
}

interface Properties {
  candidates: readonly Candidate[];
}

/** Asks which activity came of a step. Closes with its Id, or with nothing when none did. */
export default class CsPlaybooksLink extends LightningModal {
  declare static open: OpenModal<Properties, string>;

  /** The activities, newest first. */
  @api candidates: readonly Candidate[] = [];

  chosen: string | undefined;

  get options(): { label: string; value: string }[] {
    return this.candidates.map(({ id, subject, createdAt }) => ({
      label: `${subject}, ${formatMoment(createdAt)}`,
      value: id,
    }));
  }

  get value(): string | undefined {
    return this.chosen ?? this.candidates[0]?.id;
  }

  get isEmpty(): boolean {
    return this.candidates.length === 0;
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    this.chosen = event.detail.value;
  }

  handleCancel(): void {
    this.close(undefined);
  }

  handleLink(): void {
    this.close(this.value);
  }
}
