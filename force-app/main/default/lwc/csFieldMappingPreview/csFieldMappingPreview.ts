import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { getRecords } from 'lightning/uiRecordApi';
import type { RecordRepresentation, RecordsResult } from 'lightning/uiRecordApi';
import type { Rule } from 'c/csFieldMappingRules';
import { ownFieldNames, previewRows, summaryOf } from './csFieldMappingPreviewModel';
import type { PreviewRow } from './csFieldMappingPreviewModel';
import { PREVIEW_ACCOUNTS, accountsIn } from './csFieldMappingPreviewQuery';
import type { PreviewAccount, PreviewAnswer } from './csFieldMappingPreviewQuery';

/** Shows on ten accounts what a mapping would do, before it is saved. */
export default class CsFieldMappingPreview extends LightningElement {
  /** The mapping as it stands in the form. */
  @api
  get rule(): Rule | undefined {
    return this.#rule;
  }
  set rule(rule: Rule | undefined) {
    const isOther = rule?.field.apiName !== this.#rule?.field.apiName;
    this.#rule = rule;
    if (!isOther) return;
    this.records = undefined;
    this.ask();
  }

  accounts: PreviewAccount[] | undefined;
  records: RecordRepresentation[] | undefined;
  wanted: { recordIds: string[]; fields: string[] }[] | undefined;
  errors: unknown;
  recordErrors: unknown;
  #rule: Rule | undefined;

  @wire(graphql, { query: PREVIEW_ACCOUNTS })
  receive({ data, errors }: GraphQlResult): void {
    this.errors = errors;
    if (!data || errors) return;
    this.accounts = accountsIn(data as PreviewAnswer);
    this.ask();
  }

  // GraphQL documents are static: a field that is chosen on the page is read by its name here.
  @wire(getRecords, { records: '$wanted' })
  receiveRecords({ data, error }: RecordsResult): void {
    this.recordErrors = error;
    if (!data) return;
    const refused = data.results.filter(({ statusCode }) => statusCode !== 200);
    if (refused.length > 0) this.recordErrors = refused.map(({ result }) => ({ body: result }));
    this.records = data.results
      .filter(({ statusCode }) => statusCode === 200)
      .map(({ result }) => result as RecordRepresentation);
  }

  ask(): void {
    if (!this.#rule || !this.accounts || this.accounts.length === 0) return;
    const recordIds = this.accounts.map(({ id }) => id);
    this.wanted = [{ recordIds, fields: ownFieldNames(this.#rule) }];
  }

  get loadErrors(): unknown {
    return this.errors ?? this.recordErrors;
  }

  get isLoading(): boolean {
    return !this.loadErrors && !this.isEmpty && !this.hasRows;
  }

  get isEmpty(): boolean {
    return this.accounts?.length === 0;
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get rows(): PreviewRow[] {
    if (!this.#rule || !this.accounts || !this.records) return [];
    return previewRows(this.#rule, this.accounts, this.records);
  }

  get summary(): string {
    return this.hasRows ? summaryOf(this.rows) : '';
  }
}
