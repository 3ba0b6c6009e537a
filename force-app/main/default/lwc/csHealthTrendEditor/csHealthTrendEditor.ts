import { LightningElement, api } from 'lwc';
import { createRecord } from 'lightning/uiRecordApi';
import { dayOf } from 'c/csFormat';
import type { HealthEntry } from 'c/csHealthTrendForm';
import { manualScore } from './csHealthTrendEditorModel';

/**
 * Records a health score that a person sets and has the account scored anew, because its health and its risk
 * follow from the new judgement.
 *
 * @fires recorded when the score is in the org
 */
export default class CsHealthTrendEditor extends LightningElement {
  /** Id of the account. */
  @api recordId: string | undefined;

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

  async handleSave(event: CustomEvent<HealthEntry>): Promise<void> {
    if (!this.recordId) return;
    this.isSaving = true;
    this.error = undefined;
    try {
      await createRecord(manualScore(this.recordId, event.detail, dayOf(new Date())));
      this.close();
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
    this.#returnsFocus = true;
  }

  get recalculation(): (HTMLElement & { start(): Promise<void> }) | null {
    return this.template?.querySelector('c-cs-recalculate') ?? null;
  }
}
