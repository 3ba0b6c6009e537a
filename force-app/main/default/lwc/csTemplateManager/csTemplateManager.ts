import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import TEMPLATE from '@salesforce/schema/CS_Template__c';
import ACTIVE from '@salesforce/schema/CS_Template__c.CS_Active__c';
import { lacksAccess } from 'c/csLdsErrors';
import CsTemplateForm from 'c/csTemplateForm';
import {
  STATUS_OPTIONS,
  TYPE_OPTIONS,
  emptyText,
  rowViews,
  summaryOf,
  variablesFor,
} from './csTemplateManagerModel';
import type { Filters, Rights, RowView } from './csTemplateManagerModel';
import { TEMPLATES, pageIn } from './csTemplateManagerQuery';
import type { TemplatePage, TemplateRow, TemplatesAnswer } from './csTemplateManagerQuery';

/** While someone types on, the org is not asked. */
const TYPING_PAUSE_MS = 300;

/** Texts for notes and emails: found, previewed on a real account, and kept by those who may. */
export default class CsTemplateManager extends LightningElement {
  filters: Filters = { search: '', type: 'All', status: 'Active' };
  variables: Record<string, unknown> = variablesFor(this.filters, null);
  /** The pages read so far, by where each begins. */
  pages = new Map<string, TemplatePage>();
  /** The object, once the list shows that she may read it: else there are no rights to ask for. */
  readable: typeof TEMPLATE | undefined;
  rights: Rights = { create: false, edit: false };
  errors: unknown;
  saveError: unknown;
  isLoading = true;
  previewedId: string | undefined;
  typeOptions = TYPE_OPTIONS;
  statusOptions = STATUS_OPTIONS;
  #refresh: (() => Promise<void>) | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  @wire(graphql, { query: TEMPLATES, variables: '$variables' })
  receive({ data, errors, refresh }: GraphQlResult): void {
    this.errors = errors;
    this.#refresh = refresh;
    if (data || errors) this.isLoading = false;
    // An answer with errors has data too, without the list.
    if (!data || errors) return;
    this.readable = TEMPLATE;
    // A page that is read again replaces itself.
    this.pages = new Map(this.pages).set(String(this.variables.after), pageIn(data as TemplatesAnswer));
  }

  @wire(getObjectInfo, { objectApiName: '$readable' })
  readRights({ data }: { data?: { createable: boolean; updateable: boolean } }): void {
    if (data) this.rights = { create: data.createable, edit: data.updateable };
  }

  disconnectedCallback(): void {
    clearTimeout(this.#typing);
  }

  get templates(): TemplateRow[] {
    return [...this.pages.values()].flatMap(({ rows }) => rows);
  }

  get rows(): RowView[] {
    return rowViews(this.templates, this.previewedId);
  }

  get lastPage(): TemplatePage | undefined {
    return [...this.pages.values()].at(-1);
  }

  get hasMore(): boolean {
    return this.lastPage?.next !== undefined;
  }

  get hasRows(): boolean {
    return this.templates.length > 0;
  }

  get isEmpty(): boolean {
    return this.pages.size > 0 && !this.hasRows;
  }

  get summary(): string {
    return this.lastPage ? summaryOf(this.templates.length, this.lastPage.total) : '';
  }

  get emptyText(): string {
    return emptyText(this.filters);
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.errors);
  }

  get loadErrors(): unknown {
    return this.hasNoAccess ? undefined : this.errors;
  }

  get previewed(): TemplateRow | undefined {
    return this.templates.find(({ id }) => id === this.previewedId);
  }

  get listClass(): string {
    const base = 'slds-col slds-size_1-of-1';
    return this.previewed ? `${base} slds-large-size_7-of-12 slds-order_2 slds-large-order_1` : base;
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    const search = event.detail.value;
    clearTimeout(this.#typing);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- a pause in typing is an amount of time
    this.#typing = setTimeout(() => this.narrow({ search }), TYPING_PAUSE_MS);
  }

  handleType(event: CustomEvent<{ value: string }>): void {
    this.narrow({ type: event.detail.value });
  }

  handleStatus(event: CustomEvent<{ value: string }>): void {
    this.narrow({ status: event.detail.value });
  }

  handleMore(): void {
    this.variables = variablesFor(this.filters, this.lastPage?.next ?? null);
  }

  handlePreview(event: Event): void {
    this.previewedId = (event.currentTarget as HTMLElement).dataset.id;
  }

  handleClosePreview(): void {
    this.previewedId = undefined;
  }

  async handleNew(): Promise<void> {
    await this.openForm('New Template', undefined);
  }

  async handleAction(event: CustomEvent<{ value: string }>): Promise<void> {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const template = this.templates.find((row) => row.id === id);
    if (!template) return;
    if (event.detail.value === 'edit') await this.openForm(`Edit ${template.name}`, template);
    else await this.setActive(template, !template.isActive);
  }

  narrow(change: Partial<Filters>): void {
    this.filters = { ...this.filters, ...change };
    this.startAgain();
  }

  startAgain(): void {
    this.pages = new Map();
    this.isLoading = true;
    this.variables = variablesFor(this.filters, null);
  }

  async openForm(label: string, template: TemplateRow | undefined): Promise<void> {
    const saved = await CsTemplateForm.open({ label, size: 'medium', edited: template });
    if (saved) await this.showSaved(`Template “${saved.name}” was saved`);
  }

  async setActive(template: TemplateRow, active: boolean): Promise<void> {
    this.saveError = undefined;
    try {
      await updateRecord({ fields: { Id: template.id, [ACTIVE.fieldApiName]: active } });
      await this.showSaved(`Template “${template.name}” is ${active ? 'active' : 'no longer offered'}`);
    } catch (error) {
      this.saveError = error;
    }
  }

  async showSaved(title: string): Promise<void> {
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    const first = this.pages.get('null');
    if (this.variables.after === null && first) await this.#refresh?.();
    else this.startAgain();
  }
}
