import { api, LightningElement } from 'lwc';
import CURRENCY from '@salesforce/i18n/currency';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { targetsOf, type FieldInfo } from 'platform/fieldInfo';
import { fieldAt, type FieldValueRepresentation, type RecordRepresentation } from 'platform/recordStore';

const PLAIN_KINDS: Readonly<Record<string, string>> = {
  Date: 'date',
  DateTime: 'dateTime',
  Email: 'email',
  Phone: 'phone',
  Url: 'url',
  Currency: 'currency',
  Percent: 'percent',
  Double: 'number',
  Int: 'number',
  Boolean: 'boolean',
  Reference: 'reference',
};

/** One value of a record as the platform shows it by its type. */
export default class FieldValue extends LightningElement {
  /** The field's description; undefined shows nothing. */
  @api info: FieldInfo | undefined;
  /** The record it is read from. */
  @api record: RecordRepresentation | undefined;

  currency = CURRENCY;
  timeZone = TIME_ZONE;

  get field(): FieldValueRepresentation | undefined {
    return this.info && this.record && fieldAt(this.record, this.info.apiName);
  }

  get value(): unknown {
    return this.field?.value;
  }

  get displayValue(): unknown {
    return this.field?.displayValue ?? this.value;
  }

  get kind(): string {
    if (!this.info) return 'text';
    if (this.value === null || this.value === undefined) return 'empty';
    if (this.info.htmlFormatted && this.info.extraTypeInfo === 'RichTextArea') return 'richText';
    return PLAIN_KINDS[this.info.dataType] ?? 'text';
  }

  get isDate() {
    return this.kind === 'date';
  }
  get isDateTime() {
    return this.kind === 'dateTime';
  }
  get isEmail() {
    return this.kind === 'email';
  }
  get isPhone() {
    return this.kind === 'phone';
  }
  get isUrl() {
    return this.kind === 'url';
  }
  get isNumber() {
    return this.kind === 'number' || this.kind === 'currency' || this.kind === 'percent';
  }
  get isBoolean() {
    return this.kind === 'boolean';
  }
  get isReference() {
    return this.kind === 'reference';
  }
  get isRichText() {
    return this.kind === 'richText';
  }
  get isText() {
    return this.kind === 'text';
  }

  get formatStyle(): string {
    const styles: Record<string, string> = { currency: 'currency', percent: 'percent-fixed' };
    return styles[this.kind] ?? 'decimal';
  }

  get scale(): number {
    return this.info?.scale ?? 0;
  }

  get text(): string {
    return String(this.displayValue ?? '').replaceAll(
      ';',
      this.info?.dataType === 'MultiPicklist' ? '; ' : ';',
    );
  }

  get referenceName(): string {
    const { relationshipName } = this.info ?? {};
    const parent = relationshipName ? this.record?.fields[relationshipName] : undefined;
    const fields = (parent?.value as RecordRepresentation | null | undefined)?.fields;
    const names = this.info ? targetsOf(this.info).map(({ nameField }) => fields?.[nameField]?.value) : [];
    return String(names.find((name) => name != null) ?? parent?.displayValue ?? this.value);
  }

  get referenceUrl(): string {
    // The Id alone says which of several objects it is.
    const [object, ...others] = this.info ? targetsOf(this.info).map(({ apiName }) => apiName) : [];
    return `/lightning/r/${object && others.length === 0 ? `${object}/` : ''}${String(this.value)}/view`;
  }
}
