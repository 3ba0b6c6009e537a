import { api, wire } from 'lwc';
import LightningModal from 'lightning/modal';
import type { OpenModal } from 'lightning/modal';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoResult, PicklistsResult } from 'lightning/uiObjectInfoApi';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import ACCOUNT from '@salesforce/schema/Account';
import { TARGETS, checkRule, fittingFields, isReady, ownFieldOf } from 'c/csFieldMappingRules';
import type { FieldInfo, OwnField, Remark, Rule, Target, ValueLine } from 'c/csFieldMappingRules';
import { asksHighest, asksValues, linesFor, mappingRecord, remarkViews } from './csFieldMappingFormModel';
import type { EditedMapping, RemarkView } from './csFieldMappingFormModel';

interface Properties {
  targetName: string;
  mapping: EditedMapping | undefined;
  fields: Record<string, FieldInfo>;
}

/** Chooses the own field for a field of Tenure. Closes with its name, or with nothing when cancelled. */
export default class CsFieldMappingForm extends LightningModal {
  declare static open: OpenModal<Properties, { source: string }>;

  /** What is mapped: a value of `CS_Field_Mapping__c.CS_Target__c`. */
  @api targetName = '';

  /** The mapping as it is kept, active or not; undefined where there never was one. */
  @api mapping: EditedMapping | undefined;

  /** The fields of the account, as `getObjectInfo` describes them. */
  @api fields: Record<string, FieldInfo> = {};

  field: OwnField | undefined;
  lines: ValueLine[] = [];
  highest: number | null = null;
  picklists: NonNullable<PicklistsResult['data']>['picklistFieldValues'] = {};
  recordTypeId: string | undefined;
  isSaving = false;
  error: unknown;

  @wire(getObjectInfo, { objectApiName: ACCOUNT })
  readRecordType({ data }: ObjectInfoResult): void {
    if (data) this.recordTypeId = data.defaultRecordTypeId;
  }

  @wire(getPicklistValuesByRecordType, { objectApiName: ACCOUNT, recordTypeId: '$recordTypeId' })
  readPicklists({ data }: PicklistsResult): void {
    if (!data) return;
    this.picklists = data.picklistFieldValues;
    this.lines = linesFor(this.mappedValues, this.ownValues, this.rulesChoices);
  }

  connectedCallback(): void {
    const info = this.mapping && this.fields[this.mapping.source];
    this.field = info && ownFieldOf(info);
    this.highest = this.mapping?.highest ?? null;
    this.lines = linesFor(this.mappedValues, this.ownValues, this.rulesChoices);
  }

  get target(): Target {
    const target = TARGETS.find(({ name }) => name === this.targetName);
    if (!target) throw new Error(`No field of Tenure is called "${this.targetName}".`);
    return target;
  }

  get options(): OwnField[] {
    return fittingFields(this.target, this.fields);
  }

  get help(): string {
    return `Takes ${this.target.takes}. Your field is read, never written.`;
  }

  /** What was said of the values of the chosen field before; nothing where another field was mapped. */
  get mappedValues(): string | null {
    return this.mapping && this.mapping.source === this.field?.apiName ? this.mapping.values : null;
  }

  get ownValues(): string[] {
    const { values = [] } = this.picklists[this.field?.apiName ?? ''] ?? {};
    return values.map(({ value }) => value);
  }

  get rulesChoices(): readonly string[] {
    return this.target.choices;
  }

  get showsValues(): boolean {
    return this.field !== undefined && asksValues(this.target, this.field);
  }

  get showsHighest(): boolean {
    return this.field !== undefined && asksHighest(this.target, this.field);
  }

  get rule(): Rule | undefined {
    const { target, field, lines, highest } = this;
    return field && { target, field, lines, highest };
  }

  get checks(): Remark[] {
    return this.rule ? checkRule(this.rule, this.ownValues) : [];
  }

  get remarks(): RemarkView[] {
    return remarkViews(this.checks);
  }

  get isWell(): boolean {
    return this.field !== undefined && this.checks.length === 0;
  }

  get cannotSave(): boolean {
    return this.isSaving || !this.field || !isReady(this.checks);
  }

  handleField(event: CustomEvent<OwnField>): void {
    this.field = event.detail;
    this.highest = null;
    this.lines = linesFor(this.mappedValues, this.ownValues, this.rulesChoices);
  }

  handleLines(event: CustomEvent<ValueLine[]>): void {
    this.lines = event.detail;
  }

  handleHighest(event: CustomEvent<{ value: string }>): void {
    const text = event.detail.value;
    this.highest = text === '' ? null : Number(text);
  }

  handleCancel(): void {
    this.close(undefined);
  }

  async handleSave(): Promise<void> {
    if (!this.rule || this.cannotSave) return;
    this.isSaving = true;
    this.error = undefined;
    try {
      const input = mappingRecord(this.rule, this.mapping?.id);
      await (this.mapping ? updateRecord(input) : createRecord(input));
      await this.close({ source: this.rule.field.label });
    } catch (error) {
      // The dialog stays open with what was chosen.
      this.error = error;
    } finally {
      this.isSaving = false;
    }
  }
}
