import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { OpenModal } from 'lightning/modal';
import { appendHtml } from 'c/csMergeFields';
import type { ChosenContact, FilledTemplate } from 'c/csTemplateInsert';

interface Properties {
  accountId: string | undefined;
  contactId?: string | undefined;
}

/** What goes into the org's email composer. */
export interface EmailDraft {
  contactId: string | undefined;
  contactEmail: string | undefined;
  subject: string;
  /** HTML. */
  body: string;
}

/**
 * Prepares an email from a template. It does not send: it closes with the draft, which goes into the org's own
 * composer, or with nothing when cancelled.
 */
export default class CsEmailModal extends LightningModal {
  declare static open: OpenModal<Properties, EmailDraft>;

  /** Id of the account that the email is about. */
  @api accountId: string | undefined;

  /** Id of the contact whom it goes to. */
  @api contactId: string | undefined;

  recipient: ChosenContact | undefined;
  subject = '';
  body = '';

  handleContact(event: CustomEvent<ChosenContact>): void {
    this.recipient = event.detail;
  }

  handleSubject(event: CustomEvent<{ value: string }>): void {
    this.subject = event.detail.value;
  }

  handleBody(event: CustomEvent<{ value: string }>): void {
    this.body = event.detail.value;
  }

  handleInsert(event: CustomEvent<FilledTemplate>): void {
    const { subject, body } = event.detail;
    // What was already written stays: a subject is not replaced, and the body goes on.
    this.subject = this.subject.trim() ? this.subject : subject;
    this.body = appendHtml(this.body, body);
  }

  handleCancel(): void {
    this.close(undefined);
  }

  handleContinue(): void {
    const draft: EmailDraft = {
      contactId: this.recipient ? this.recipient.contactId : this.contactId,
      contactEmail: this.recipient?.email,
      subject: this.subject,
      body: this.body,
    };
    this.close(draft);
  }
}
