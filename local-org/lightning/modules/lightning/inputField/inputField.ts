import { api, LightningElement } from 'lwc';
import { labelOf, nameFieldOf, type FieldInfo } from 'platform/fieldInfo';
import type { FormField, FormState } from 'platform/recordForm';
import type { RecordRepresentation } from 'platform/recordStore';

const INPUT_TYPES: Readonly<Record<string, string>> = {
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  Phone: 'tel',
  Url: 'url',
  Currency: 'number',
  Percent: 'number',
  Double: 'number',
  Int: 'number',
  Boolean: 'checkbox',
};
const NUMBERS = new Set(['Currency', 'Percent', 'Double', 'Int']);
const NONE = { label: '--None--', value: '' };

interface Input extends HTMLElement {
  reportValidity?: () => boolean;
  setCustomValidity?: (message: string) => void;
}

/** A field of the form's record as the input that its type asks for. */
export default class InputField extends LightningElement {
  @api fieldName: string | { fieldApiName: string } | undefined;
  @api disabled = false;
  @api readOnly = false;
  @api required = false;
  @api variant: string | undefined;

  info: FieldInfo | undefined;
  record: RecordRepresentation | undefined;
  options: { label: string; value: string }[] = [];
  errors: string[] = [];
  isNew = false;
  current: unknown;
  touched = false;

  @api
  get value(): unknown {
    return this.current;
  }
  set value(value: unknown) {
    this.current = value;
    this.touched = true;
  }

  /** Goes back to the value that the org holds. */
  @api
  reset(): void {
    this.touched = false;
    this.current = this.storedValue;
  }

  connectedCallback(): void {
    const detail: FormField = {
      name: () => this.apiName,
      show: (state) => this.show(state),
      changedValue: () => (this.touched && this.isEditable ? this.current : undefined),
      showErrors: (messages) => (this.errors = messages),
      reportValidity: () => this.input?.reportValidity?.() ?? true,
      isConnected: () => this.isConnected,
    };
    this.dispatchEvent(new CustomEvent('privateregisterfield', { bubbles: true, composed: true, detail }));
  }

  show({ objectInfo, record, picklists }: FormState): void {
    this.info = objectInfo.fields[this.apiName];
    this.record = record;
    this.isNew = record === undefined;
    const values = picklists[this.apiName]?.values ?? [];
    this.options = this.isMultiPicklist || this.isRequired ? [...values] : [NONE, ...values];
    if (!this.touched) this.current = this.storedValue;
  }

  get apiName(): string {
    return typeof this.fieldName === 'object' ? this.fieldName.fieldApiName : (this.fieldName ?? '');
  }

  get storedValue(): unknown {
    return this.record?.fields[this.apiName]?.value ?? null;
  }

  get input(): Input | null | undefined {
    return this.template?.querySelector<Input>('[data-input]');
  }

  get label(): string {
    return this.info ? labelOf(this.info) : '';
  }

  get isRequired(): boolean {
    return this.required || Boolean(this.info?.required && this.dataType !== 'Boolean');
  }

  get dataType(): string {
    return this.info?.dataType ?? 'String';
  }

  get isEditable(): boolean {
    if (this.readOnly || !this.info) return false;
    return this.isNew ? this.info.createable : this.info.updateable;
  }

  get isOutput(): boolean {
    return this.info !== undefined && !this.isEditable;
  }

  get isPicklist(): boolean {
    return this.isEditable && this.dataType === 'Picklist';
  }

  get isMultiPicklist(): boolean {
    return this.isEditable && this.dataType === 'MultiPicklist';
  }

  get isReference(): boolean {
    return this.isEditable && this.dataType === 'Reference';
  }

  get isRichText(): boolean {
    return this.isEditable && this.info?.extraTypeInfo === 'RichTextArea';
  }

  get isTextarea(): boolean {
    return this.isEditable && this.dataType === 'TextArea' && !this.isRichText;
  }

  get isCheckbox(): boolean {
    return this.isEditable && this.dataType === 'Boolean';
  }

  get isPlain(): boolean {
    const special =
      this.isPicklist || this.isMultiPicklist || this.isReference || this.isRichText || this.isTextarea;
    return this.isEditable && !special && !this.isCheckbox;
  }

  get inputType(): string {
    return INPUT_TYPES[this.dataType] ?? 'text';
  }

  get step(): string | undefined {
    return NUMBERS.has(this.dataType) ? String(10 ** -(this.info?.scale ?? 0)) : undefined;
  }

  get maxLength(): number | undefined {
    return this.info?.length || undefined;
  }

  get selected(): string[] {
    return typeof this.current === 'string' && this.current !== '' ? this.current.split(';') : [];
  }

  get referenceObject(): string | undefined {
    return this.info?.referenceToInfos?.[0]?.apiName;
  }

  get referenceNameField(): string | undefined {
    return this.info && nameFieldOf(this.info);
  }

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  get controlClass(): string {
    return this.hasErrors ? 'slds-form-element slds-has-error' : 'slds-form-element';
  }

  handleChange(event: CustomEvent<{ value?: unknown; checked?: boolean; recordId?: string | null }>): void {
    event.stopPropagation();
    this.touched = true;
    this.current = this.readChange(event.detail);
    this.dispatchEvent(new CustomEvent('change', { detail: { value: this.current } }));
  }

  private readChange(detail: { value?: unknown; checked?: boolean; recordId?: string | null }): unknown {
    if (this.isCheckbox) return detail.checked;
    if (this.isReference) return detail.recordId ?? null;
    if (Array.isArray(detail.value)) return detail.value.length ? detail.value.join(';') : null;
    if (detail.value === '' || detail.value === undefined) return null;
    return NUMBERS.has(this.dataType) ? Number(detail.value) : detail.value;
  }
}
