import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import type { RecordRepresentation, RecordResult } from 'lightning/uiRecordApi';
import CONTACT_EMAIL from '@salesforce/schema/Contact.Email';
import { dayOf } from 'c/csFormat';
import { describeGaps, mergeHtml, mergeText } from 'c/csMergeFields';
import { ACCOUNT_MERGE_FIELDS, CONTACT_MERGE_FIELDS, mergeValuesOf } from 'c/csMergeSource';
import type { Template } from 'c/csTemplatePicker';

/** A template filled in for one customer. */
export interface FilledTemplate {
  templateId: string;
  subject: string;
  /** HTML, safe to put into an editor. */
  body: string;
}

/** Whom the text is for. */
export interface ChosenContact {
  contactId: string | undefined;
  email: string | undefined;
}

/**
 * Chooses a contact and a template, and hands the template over filled in.
 *
 * @fires insert with `detail`, the `FilledTemplate`
 * @fires contactchange with `detail`, the `ChosenContact`, once her record is read
 */
export default class CsTemplateInsert extends LightningElement {
  /** Id of the account that the text is about. */
  @api accountId: string | undefined;

  /** Id of the contact to begin with. */
  @api contactId: string | undefined;

  /** `Note` or `Email`. */
  @api type = 'Note';

  account: RecordRepresentation | undefined;
  contact: RecordRepresentation | undefined;
  chosenContactId: string | undefined;
  errors: unknown;
  gaps: string[] = [];
  #waiting: Template | undefined;

  @wire(getRecord, { recordId: '$accountId', optionalFields: ACCOUNT_MERGE_FIELDS })
  readAccount({ data, error }: RecordResult): void {
    if (error) this.errors = error;
    if (data) this.account = data;
    this.insertOnceRead();
  }

  @wire(getRecord, { recordId: '$chosenContactId', optionalFields: CONTACT_MERGE_FIELDS })
  readContact({ data, error }: RecordResult): void {
    if (error) this.errors = error;
    if (!data || data.id !== this.chosenContactId) return;
    this.contact = data;
    this.announceContact();
    this.insertOnceRead();
  }

  connectedCallback(): void {
    this.chosenContactId = this.contactId;
  }

  get hasGaps(): boolean {
    return this.gaps.length > 0;
  }

  handleContactChange(event: CustomEvent<{ contactId: string | undefined }>): void {
    event.stopPropagation();
    this.chosenContactId = event.detail.contactId;
    this.contact = undefined;
    this.announceContact();
  }

  handleChoose(event: CustomEvent<Template>): void {
    event.stopPropagation();
    this.#waiting = event.detail;
    this.insertOnceRead();
  }

  /** A field that is still being read has no value yet, and must not be taken for one without. */
  insertOnceRead(): void {
    const template = this.#waiting;
    const isRead = this.account && (this.contact || !this.chosenContactId);
    if (!template || !isRead) return;
    this.#waiting = undefined;
    const values = mergeValuesOf({ account: this.account, contact: this.contact }, dayOf(new Date()));
    const subject = mergeText(template.subject ?? '', values);
    const body = mergeHtml(template.body, values);
    this.gaps = describeGaps([subject, body]);
    const detail: FilledTemplate = { templateId: template.id, subject: subject.text, body: body.text };
    this.dispatchEvent(new CustomEvent('insert', { detail }));
  }

  announceContact(): void {
    const email = this.contact ? getFieldValue(this.contact, CONTACT_EMAIL) : undefined;
    const detail: ChosenContact = {
      contactId: this.chosenContactId,
      email: (email as string | null | undefined) ?? undefined,
    };
    this.dispatchEvent(new CustomEvent('contactchange', { detail }));
  }
}
