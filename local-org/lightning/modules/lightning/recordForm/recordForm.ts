import { api, LightningElement } from 'lwc';

/** A whole form for some fields of a record: shown, edited or created, by `mode`. */
export default class RecordForm extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | { objectApiName: string } | undefined;
  @api fields: (string | { fieldApiName: string })[] | undefined;
  @api columns = 1;
  @api mode: string | undefined;
  @api density: string | undefined;

  editing = false;

  get names(): { name: string; key: string }[] {
    const fields = this.fields ?? [];
    return fields.map((field) => {
      const name = typeof field === 'string' ? field.split('.').at(-1)! : field.fieldApiName;
      return { name, key: name };
    });
  }

  get isEditing(): boolean {
    return this.editing || this.mode === 'edit' || !this.recordId;
  }

  get canEdit(): boolean {
    return this.mode !== 'readonly';
  }

  get columnClass(): string {
    const columns = Number(this.columns) || 1;
    return `slds-col slds-size_1-of-1 slds-medium-size_1-of-${columns} slds-p-horizontal_xx-small`;
  }

  handleEdit(): void {
    this.editing = true;
  }

  handleCancel(): void {
    this.editing = false;
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleSuccess(event: CustomEvent<unknown>): void {
    this.editing = false;
    this.dispatchEvent(new CustomEvent('success', { detail: event.detail }));
  }

  handleError(event: CustomEvent<unknown>): void {
    this.dispatchEvent(new CustomEvent('error', { detail: event.detail }));
  }
}
