import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import ACCOUNT from '@salesforce/schema/Account';
import MAPPING from '@salesforce/schema/CS_Field_Mapping__c';
import { lacksAccess } from 'c/csLdsErrors';
import { TARGETS } from 'c/csFieldMappingRules';
import type { FieldInfo } from 'c/csFieldMappingRules';
import CsFieldMappingForm from 'c/csFieldMappingForm';
import { mappingOf, rowViews } from './csFieldMappingModel';
import type { RowView } from './csFieldMappingModel';
import { MAPPINGS, mappingsIn } from './csFieldMappingQuery';
import type { Mapping, MappingsAnswer } from './csFieldMappingQuery';

interface ObjectAnswer {
  data?: { createable: boolean; updateable: boolean; fields: Record<string, FieldInfo> };
  error?: unknown;
}

/** Which fields of the org's own are read in place of Tenure's, how that goes, and a way to change it. */
export default class CsFieldMapping extends LightningElement {
  mappings: Mapping[] | undefined;
  fields: Record<string, FieldInfo> | undefined;
  errors: unknown;
  fieldErrors: unknown;
  saveError: unknown;
  /** The object, once the list shows that she may read it: else there are no rights to ask for. */
  readable: typeof MAPPING | undefined;
  mayChange = false;
  #refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: MAPPINGS })
  receive({ data, errors, refresh }: GraphQlResult): void {
    this.errors = errors;
    this.#refresh = refresh;
    // An answer with errors has data too, without the list.
    if (!data || errors) return;
    this.readable = MAPPING;
    this.mappings = mappingsIn(data as MappingsAnswer);
  }

  @wire(getObjectInfo, { objectApiName: ACCOUNT })
  readFields({ data, error }: ObjectAnswer): void {
    this.fieldErrors = error;
    if (data) this.fields = data.fields;
  }

  @wire(getObjectInfo, { objectApiName: '$readable' })
  readRights({ data }: ObjectAnswer): void {
    if (data) this.mayChange = data.createable && data.updateable;
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.errors);
  }

  get loadErrors(): unknown {
    return this.hasNoAccess ? undefined : (this.errors ?? this.fieldErrors);
  }

  get isLoading(): boolean {
    return !this.isLoaded && !this.errors && !this.fieldErrors;
  }

  get isLoaded(): boolean {
    return this.mappings !== undefined && this.fields !== undefined;
  }

  get rows(): RowView[] {
    return this.mappings && this.fields ? rowViews(this.mappings, this.fields) : [];
  }

  async handleChange(event: Event): Promise<void> {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const target = TARGETS.find((each) => each.name === name);
    if (!target || !this.fields) return;
    const saved = await CsFieldMappingForm.open({
      label: `Own field for ${target.name}`,
      size: 'medium',
      targetName: target.name,
      mapping: mappingOf(target, this.mappings ?? []),
      fields: this.fields,
    });
    if (saved) await this.showSaved(`${target.name} is mapped to ${saved.source}`);
  }

  async handleStop(event: Event): Promise<void> {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const target = TARGETS.find((each) => each.name === name);
    const mapping = target && mappingOf(target, this.mappings ?? []);
    if (!mapping) return;
    this.saveError = undefined;
    try {
      await updateRecord({ fields: { Id: mapping.id, CS_Active__c: false } });
      await this.showSaved(`${mapping.target} is not mirrored any more; accounts keep what they have`);
    } catch (error) {
      this.saveError = error;
    }
  }

  async showSaved(title: string): Promise<void> {
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    await this.#refresh?.();
  }
}
