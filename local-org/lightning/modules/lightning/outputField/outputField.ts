import { api, LightningElement } from 'lwc';
import { labelOf, type FieldInfo } from 'platform/fieldInfo';
import type { FormField, FormState } from 'platform/recordForm';
import type { RecordRepresentation } from 'platform/recordStore';

/** A field of the form's record, read-only, with its label. */
export default class OutputField extends LightningElement {
  @api fieldName: string | { fieldApiName: string } | undefined;
  @api fieldClass: string | undefined;
  @api variant: string | undefined;

  info: FieldInfo | undefined;
  record: RecordRepresentation | undefined;

  connectedCallback(): void {
    const detail: FormField = {
      name: () => this.apiName,
      show: (state) => this.show(state),
      isConnected: () => this.isConnected,
    };
    this.dispatchEvent(new CustomEvent('privateregisterfield', { bubbles: true, composed: true, detail }));
  }

  get apiName(): string {
    return typeof this.fieldName === 'object' ? this.fieldName.fieldApiName : (this.fieldName ?? '');
  }

  get label(): string {
    return this.info ? labelOf(this.info) : '';
  }

  get showsLabel(): boolean {
    return this.variant !== 'label-hidden' && this.label !== '';
  }

  show({ objectInfo, record }: FormState): void {
    this.info = objectInfo.fields[this.apiName];
    this.record = record;
  }
}
