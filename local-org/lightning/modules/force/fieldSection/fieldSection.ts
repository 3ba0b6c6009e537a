import { api, LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

interface SectionField {
  field: string;
  behavior: string;
}

/** A titled section of a record's fields, edited in place. */
export default class FieldSection extends LightningElement {
  @api label: string | undefined;
  /** Whether it stands on a card already. */
  @api embedded = false;
  @api columns: SectionField[][] = [];
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  editing = false;
  collapsed = false;

  get shownColumns() {
    const columns = this.columns ?? [];
    return columns.map((fields, index) => ({
      key: index,
      classes: `slds-col slds-size_1-of-1 slds-medium-size_1-of-${columns.length || 1} slds-p-horizontal_small`,
      fields: fields.map(({ field, behavior }) => ({
        name: field,
        readOnly: behavior === 'readonly',
        required: behavior === 'required',
      })),
    }));
  }

  get frameClass(): string {
    return this.embedded ? 'slds-p-top_x-small' : 'slds-card slds-m-bottom_small slds-p-around_small';
  }

  get canEdit(): boolean {
    return (this.columns ?? []).flat().some(({ behavior }) => behavior !== 'readonly');
  }

  get expanded(): string {
    return String(!this.collapsed);
  }

  get sectionClass(): string {
    return `slds-section slds-m-bottom_x-small slds-m-top_none ${this.collapsed ? '' : 'slds-is-open'}`;
  }

  get editLabel(): string {
    return `Edit ${this.label ?? 'fields'}`;
  }

  handleToggle(): void {
    this.collapsed = !this.collapsed;
  }

  handleEdit(): void {
    this.editing = true;
  }

  handleCancel(): void {
    this.editing = false;
  }

  handleSuccess(): void {
    this.editing = false;
    this.dispatchEvent(new ShowToastEvent({ title: 'The record was saved.', variant: 'success' }));
  }
}
