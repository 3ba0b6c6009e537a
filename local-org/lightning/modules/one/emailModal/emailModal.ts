import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { fetchRecord, insertActivity } from 'platform/recordStore';
import { messageOf } from 'platform/shellData';
import { emailTask, problemOf, type Email } from './emailTask.ts';

/**
 * The email composer. The local org delivers no mail, and says so in the dialog; what it does is log the email as an
 * org does. Closes with the task, or with nothing when cancelled.
 */
export default class EmailModal extends LightningModal {
  /** `ToAddress`, `ToId`, `Subject`, `HtmlBody` and `RelatedToId` to start from; others are refused. */
  @api defaults: Record<string, string> = {};

  to = '';
  subject = '';
  body = '';
  relatedToId: string | undefined;
  contactId: string | undefined;
  problem = '';
  #isSending = false;

  connectedCallback(): void {
    const { ToAddress, ToId, Subject, HtmlBody, RelatedToId, ...others } = this.defaults;
    const notModelled = Object.keys(others);
    if (notModelled.length) this.problem = `The local org does not model: ${notModelled.join(', ')}.`;
    this.to = ToAddress ?? '';
    this.subject = Subject ?? '';
    this.body = HtmlBody ?? '';
    this.relatedToId = RelatedToId || undefined;
    this.contactId = ToId || undefined;
    if (this.contactId && !this.to) void this.addressContact(this.contactId);
  }

  get email(): Email {
    const { to, subject, relatedToId, contactId } = this;
    return { to, subject, text: plainText(this.body), relatedToId, contactId };
  }

  handleTo(event: CustomEvent<{ value: string }>): void {
    this.to = event.detail.value;
  }

  handleSubject(event: CustomEvent<{ value: string }>): void {
    this.subject = event.detail.value;
  }

  handleBody(event: CustomEvent<{ value: string }>): void {
    this.body = event.detail.value;
  }

  handleRelated(event: CustomEvent<{ recordId: string | null }>): void {
    this.relatedToId = event.detail.recordId ?? undefined;
  }

  handleCancel(): void {
    this.close(undefined);
  }

  async handleSend(): Promise<void> {
    this.problem = problemOf(this.email);
    if (this.problem || this.#isSending) return;
    this.#isSending = true;
    try {
      this.close(await insertActivity('Task', emailTask(this.email)));
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.#isSending = false;
    }
  }

  private async addressContact(contactId: string): Promise<void> {
    try {
      const contact = await fetchRecord(contactId, { fields: [], optionalFields: ['Contact.Email'] });
      // What was typed while it was read stays.
      this.to ||= String(contact.fields.Email?.value ?? '');
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}

/** The text of an editor's HTML; a parsed document runs nothing. */
function plainText(html: string): string {
  const lines = html.replace(/<(?:br|\/p|\/li|\/div|\/h\d)\b[^>]*>/gi, '$&\n');
  return (new DOMParser().parseFromString(lines, 'text/html').body.textContent ?? '').trim();
}
