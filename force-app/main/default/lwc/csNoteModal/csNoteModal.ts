import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { OpenModal } from 'lightning/modal';
import { createRecord } from 'lightning/uiRecordApi';
import { appendHtml, isBlankHtml } from 'c/csMergeFields';
import type { FilledTemplate } from 'c/csTemplateInsert';
import { NOTE_TYPES, noteRecord } from './csNoteModalModel';

interface Properties {
  accountId: string | undefined;
  contactId?: string | undefined;
}

/** Writes a note about an account, from a template if wanted. Closes with the Id of the note, or with nothing. */
export default class CsNoteModal extends LightningModal {
  declare static open: OpenModal<Properties, string>;

  /** Id of the account that the note belongs to. */
  @api accountId: string | undefined;

  /** Id of the contact whose name a template may want. */
  @api contactId: string | undefined;

  types = NOTE_TYPES;
  type = 'Call';
  body = '';
  templateId: string | undefined;
  isSaving = false;
  isBodyMissing = false;
  error: unknown;

  get bodyIsValid(): boolean {
    return !this.isBodyMissing;
  }

  handleType(event: CustomEvent<{ value: string }>): void {
    this.type = event.detail.value;
  }

  handleBody(event: CustomEvent<{ value: string }>): void {
    this.body = event.detail.value;
    if (!isBlankHtml(this.body)) this.isBodyMissing = false;
  }

  handleInsert(event: CustomEvent<FilledTemplate>): void {
    const { templateId, body } = event.detail;
    this.body = appendHtml(this.body, body);
    this.templateId = templateId;
    this.isBodyMissing = false;
  }

  handleCancel(): void {
    this.close(undefined);
  }

  async handleSave(): Promise<void> {
    this.isBodyMissing = isBlankHtml(this.body);
    if (this.isBodyMissing || this.isSaving) return;
    this.isSaving = true;
    this.error = undefined;
    try {
      const { accountId = '', type, body, templateId } = this;
      const note = await createRecord(noteRecord({ accountId, type, body, templateId }));
      await this.close(note.id);
    } catch (error) {
      // The dialog stays open with what was written.
      this.error = error;
    } finally {
      this.isSaving = false;
    }
  }
}
