import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { OpenModal } from 'lightning/modal';

interface Properties {
  /** What becomes of it, before it is done. */
  explanation: string;
  /** What the button says. */
  action: string;
}

interface Input extends HTMLElement {
  reportValidity(): boolean;
}

/** Asks for a reason. Closes with it, or with nothing when cancelled. */
export default class CsPlaybooksReason extends LightningModal {
  declare static open: OpenModal<Properties, string>;

  /** What becomes of it, before it is done. */
  @api explanation = '';

  /** What the button says. */
  @api action = '';

  reason = '';

  handleChange(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  handleCancel(): void {
    this.close(undefined);
  }

  async handleSave(): Promise<void> {
    const input = this.template?.querySelector<Input>('lightning-textarea');
    // Spaces are no reason.
    this.reason = this.reason.trim();
    await Promise.resolve();
    if (this.reason === '') input?.reportValidity();
    else await this.close(this.reason);
  }
}
