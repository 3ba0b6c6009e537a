import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import type { RecordRepresentation, RecordResult } from 'lightning/uiRecordApi';
import { dayOf } from 'c/csFormat';
import { EXAMPLE_VALUES, describeGaps, mergeHtml, mergeText } from 'c/csMergeFields';
import type { Merged, MergeValues } from 'c/csMergeFields';
import { ACCOUNT_MERGE_FIELDS, CONTACT_MERGE_FIELDS, mergeValuesOf } from 'c/csMergeSource';

/** What is previewed. */
export interface PreviewedTemplate {
  name: string;
  subject: string | null;
  /** HTML with merge fields. */
  body: string;
}

/**
 * Shows a template as it will read for a real account and contact.
 *
 * @fires close when it is no longer wanted
 */
export default class CsTemplatePreview extends LightningElement {
  /** The template. */
  @api source: PreviewedTemplate | undefined;

  accountId: string | undefined;
  contactId: string | undefined;
  account: RecordRepresentation | undefined;
  contact: RecordRepresentation | undefined;
  errors: unknown;

  @wire(getRecord, { recordId: '$accountId', optionalFields: ACCOUNT_MERGE_FIELDS })
  readAccount({ data, error }: RecordResult): void {
    this.errors = error;
    this.account = data;
  }

  @wire(getRecord, { recordId: '$contactId', optionalFields: CONTACT_MERGE_FIELDS })
  readContact({ data, error }: RecordResult): void {
    if (error) this.errors = error;
    this.contact = data;
  }

  get heading(): string {
    return `Preview: ${this.source?.name ?? ''}`;
  }

  /** Until there is an account, example values show how it reads. */
  get values(): MergeValues {
    if (!this.account) return EXAMPLE_VALUES;
    return mergeValuesOf({ account: this.account, contact: this.contact }, dayOf(new Date()));
  }

  get subject(): Merged {
    return mergeText(this.source?.subject ?? '', this.values);
  }

  get body(): Merged {
    return mergeHtml(this.source?.body ?? '', this.values);
  }

  get gaps(): string[] {
    return describeGaps([this.subject, this.body]);
  }

  get hasGaps(): boolean {
    return this.gaps.length > 0;
  }

  get showsHint(): boolean {
    return this.account === undefined && !this.errors;
  }

  handleAccount(event: CustomEvent<{ recordId: string | null }>): void {
    this.accountId = event.detail.recordId ?? undefined;
    this.account = undefined;
    this.choose(undefined);
  }

  handleContact(event: CustomEvent<{ contactId: string | undefined }>): void {
    this.choose(event.detail.contactId);
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  choose(contactId: string | undefined): void {
    this.contactId = contactId;
    this.contact = undefined;
  }
}
