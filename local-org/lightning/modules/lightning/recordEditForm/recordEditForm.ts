import { api, LightningElement } from 'lwc';
import type { FetchResponse } from 'platform/http';
import { RecordFormModel, type FormField } from 'platform/recordForm';
import { insertRecord, saveRecord } from 'platform/recordStore';
import { messageOf } from 'platform/shellData';

interface SaveFailure {
  output?: { fieldErrors?: Record<string, { message: string }[]>; errors?: { message: string }[] };
}

/** Creates or edits a record: `lightning-input-field` elements inside it are its inputs. */
export default class RecordEditForm extends LightningElement {
  #model = new RecordFormModel(
    (state) => this.dispatchEvent(new CustomEvent('load', { detail: { ...state } })),
    (error) => this.fail(error),
  );
  #recordId: string | undefined;
  #objectApiName: string | undefined;
  #showMessage: ((message: string | undefined) => void) | undefined;
  #saving = false;

  @api density: string | undefined;
  @api layoutType: string | undefined;
  @api recordTypeId: string | undefined;

  @api
  get recordId(): string | undefined {
    return this.#recordId;
  }
  set recordId(value: string | undefined) {
    this.#recordId = value;
    this.aim();
  }

  @api
  get objectApiName(): string | { objectApiName: string } | undefined {
    return this.#objectApiName;
  }
  set objectApiName(value: string | { objectApiName: string } | undefined) {
    this.#objectApiName = typeof value === 'object' ? value.objectApiName : value;
    this.aim();
  }

  connectedCallback(): void {
    this.#model.connect();
  }

  disconnectedCallback(): void {
    this.#model.disconnect();
  }

  handleRegister(event: CustomEvent<FormField>): void {
    event.stopPropagation();
    this.#model.register(event.detail);
  }

  handleRegisterMessages(event: CustomEvent<{ show: (message: string | undefined) => void }>): void {
    event.stopPropagation();
    this.#showMessage = event.detail.show;
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    if (this.#saving || !this.isValid()) return;
    const fields = this.changedFields();
    const submit = new CustomEvent('submit', { cancelable: true, detail: { fields } });
    if (this.dispatchEvent(submit)) this.submit(fields);
  }

  /** Saves what was changed, and `fields` besides. */
  @api
  submit(fields?: Record<string, unknown>): void {
    void this.save({ ...this.changedFields(), ...fields });
  }

  private async save(fields: Record<string, unknown>): Promise<void> {
    if (this.#saving) return;
    this.#saving = true;
    this.#showMessage?.(undefined);
    for (const field of this.#model.fields) field.showErrors?.([]);
    try {
      const saved = this.#recordId
        ? await saveRecord(this.#recordId, fields)
        : await insertRecord(this.#objectApiName ?? '', fields);
      this.dispatchEvent(new CustomEvent('success', { detail: saved }));
    } catch (error) {
      this.fail(error);
    } finally {
      this.#saving = false;
    }
  }

  private isValid(): boolean {
    return this.#model.fields.map((field) => field.reportValidity?.() ?? true).every(Boolean);
  }

  private changedFields(): Record<string, unknown> {
    const changed = this.#model.fields.map((field) => [field.name(), field.changedValue?.()] as const);
    return Object.fromEntries(changed.filter(([, value]) => value !== undefined));
  }

  private fail(error: unknown): void {
    const body = (error as FetchResponse | undefined)?.body as SaveFailure | undefined;
    const fieldErrors = body?.output?.fieldErrors ?? {};
    for (const field of this.#model.fields) {
      field.showErrors?.((fieldErrors[field.name()] ?? []).map(({ message }) => message));
    }
    const message = body?.output?.errors?.[0]?.message ?? messageOf(error);
    this.#showMessage?.(message);
    const detail = { message, detail: message, output: body?.output ?? { errors: [], fieldErrors: {} } };
    this.dispatchEvent(new CustomEvent('error', { detail }));
  }

  private aim(): void {
    this.#model.aim({ recordId: this.#recordId, objectApiName: this.#objectApiName });
  }
}
