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

  /** Before the inputs are there, what they begin with would not be saved. */
  isLoading = true;
  #isSaving = false;

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

  handleLoad(): void {
    this.isLoading = false;
  }

  handleSubmit(event: CustomEvent<{ fields: Record<string, unknown> }>): void {
    event.preventDefault();
    if (this.#isSaving) return;
    this.#isSaving = true;
    const fields = { ...event.detail.fields, ...this.hiddenDefaults };
    if (ACTIVITIES.has(this.objectApiName ?? '') && !this.recordId) return void this.saveActivity(fields);
    this.template?.querySelector<EditForm>('lightning-record-edit-form')?.submit(fields);
  }

  private async saveActivity(fields: Record<string, unknown>): Promise<void> {
    try {
      this.close(await insertActivity(this.objectApiName!, fields));
    } catch (error) {
      this.#isSaving = false;
      this.dispatchEvent(new ShowToastEvent({ title: messageOf(error), variant: 'error' }));
    }
  }

  handleSave(): void {
    this.template?.querySelector<HTMLButtonElement>('[data-submit]')?.click();
  }

  /** The form says itself what was wrong; it can be mended and saved again. */
  handleError(): void {
    this.#isSaving = false;
  }

  handleSuccess(event: CustomEvent<unknown>): void {
    this.close(event.detail);
  }

  handleCancel(): void {
    this.close(undefined);
  }
}
