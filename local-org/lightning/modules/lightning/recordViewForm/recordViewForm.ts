import { api, LightningElement } from 'lwc';
import { RecordFormModel, type FormField } from 'platform/recordForm';

/** Shows fields of one record: `lightning-output-field` elements inside it find their values. */
export default class RecordViewForm extends LightningElement {
  #model = new RecordFormModel(
    () => this.dispatchEvent(new CustomEvent('load')),
    (error) => this.dispatchEvent(new CustomEvent('error', { detail: error })),
  );
  #recordId: string | undefined;
  #objectApiName: string | undefined;

  @api density: string | undefined;

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

  private aim(): void {
    this.#model.aim({ recordId: this.#recordId, objectApiName: this.#objectApiName });
  }
}
