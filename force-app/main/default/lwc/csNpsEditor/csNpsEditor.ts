import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { createRecord } from 'lightning/uiRecordApi';
import { mayTakeKeyboard } from 'c/csKeyboard';
import type { NpsEntry } from 'c/csNpsForm';
import { answerRecord, toastText } from './csNpsEditorModel';

/**
 * Records an NPS answer and has the account scored anew, because its NPS and its risk follow from it.
 *
 * @fires recorded when the answer is in the org
 */
export default class CsNpsEditor extends LightningElement {
  /** Id of the account. */
  @api recordId: string | undefined;

  /** Today in the user's time zone, `YYYY-MM-DD`. */
  @api today = '';

  /** Name of the survey that was answered last, to start from. */
  @api survey = '';

  isEditing = false;
  isSaving = false;
  error: unknown;
  #returnsFocus = false;

  renderedCallback(): void {
    const button = this.template?.querySelector<HTMLElement>('[data-id="edit"]');
    if (!this.#returnsFocus || !button) return;
    this.#returnsFocus = false;
    button.focus();
  }

  handleEdit(): void {
    this.error = undefined;
    this.isEditing = true;
  }

  handleCancel(): void {
    this.error = undefined;
    this.close();
  }

  async handleSave(event: CustomEvent<NpsEntry>): Promise<void> {
    if (!this.recordId) return;
    this.isSaving = true;
    this.error = undefined;
    try {
      await createRecord(answerRecord(this.recordId, event.detail));
      this.close();
      this.dispatchEvent(new ShowToastEvent({ title: toastText(event.detail.score), variant: 'success' }));
      this.dispatchEvent(new CustomEvent('recorded'));
      await this.recalculation?.start();
    } catch (error) {
      // The form stays open with what was typed.
      this.error = error;
    } finally {
      this.isSaving = false;
    }
  }

  close(): void {
    this.isEditing = false;
    this.#returnsFocus = mayTakeKeyboard(this.template);
  }

  get recalculation(): (HTMLElement & { start(): Promise<void> }) | null {
    return this.template?.querySelector('c-cs-recalculate') ?? null;
  }
}
