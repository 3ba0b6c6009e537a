import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { insertActivity } from 'platform/recordStore';
import { messageOf } from 'platform/shellData';

const ACTIVITIES = new Set(['Task', 'Event']);

interface EditForm extends HTMLElement {
  submit(fields?: Record<string, unknown>): void;
}

/** The form of one record in a dialog. Closes with the saved record, or with nothing when cancelled. */
export default class RecordModal extends LightningModal {
  @api objectApiName: string | undefined;
  @api recordId: string | undefined;
  @api fields: string[] = [];
  @api defaults: Record<string, unknown> = {};

  get inputs() {
    return (this.fields ?? []).map((name) => ({ name, value: this.defaults?.[name] }));
  }

  get hiddenDefaults(): Record<string, unknown> {
    const shown = new Set(this.fields ?? []);
    return Object.fromEntries(Object.entries(this.defaults ?? {}).filter(([name]) => !shown.has(name)));
  }

  renderedCallback(): void {
    for (const input of this.template!.querySelectorAll<HTMLElement & { value: unknown }>(
      'lightning-input-field',
    )) {
      const value = this.defaults?.[input.dataset.name ?? ''];
      if (value !== undefined && input.value === undefined) input.value = value;
    }
  }

  handleSubmit(event: CustomEvent<{ fields: Record<string, unknown> }>): void {
    event.preventDefault();
    const fields = { ...event.detail.fields, ...this.hiddenDefaults };
    if (ACTIVITIES.has(this.objectApiName ?? '') && !this.recordId) return void this.saveActivity(fields);
    this.template?.querySelector<EditForm>('lightning-record-edit-form')?.submit(fields);
  }

  private async saveActivity(fields: Record<string, unknown>): Promise<void> {
    try {
      this.close(await insertActivity(this.objectApiName!, fields));
    } catch (error) {
      this.dispatchEvent(new ShowToastEvent({ title: messageOf(error), variant: 'error' }));
    }
  }

  handleSave(): void {
    this.template?.querySelector<HTMLButtonElement>('[data-submit]')?.click();
  }

  handleSuccess(event: CustomEvent<unknown>): void {
    this.close(event.detail);
  }

  handleCancel(): void {
    this.close(undefined);
  }
}
