import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import HEALTH_SCORE from '@salesforce/schema/CS_Health_Score__c';
import { dayOf } from 'c/csFormat';
import type { HealthEntry } from 'c/csHealthTrendForm';
import { mayTakeKeyboard } from 'c/csKeyboard';
import { changedScore, describeStanding, isTaken, manualScore, mayRecord } from './csHealthTrendEditorModel';
import type { StandingScore } from './csHealthTrendEditorModel';

/**
 * Records a health score that a person sets and has the account scored anew, because its health and its risk
 * follow from the new judgement. Shown to those only who may record one. A day has one such score: a second on the
 * same day replaces the first, and of two people at once the first stands until the second, told whose it is, saves
 * again.
 *
 * @fires recorded when the score is in the org
 * @fires outdated when `standing` is not what the org holds; it should be read again
 */
export default class CsHealthTrendEditor extends LightningElement {
  /** Id of the account. */
  @api recordId: string | undefined;

  /** The health that was set by hand today already. */
  @api standing: StandingScore | undefined;

  isPermitted = false;
  isEditing = false;
  isSaving = false;
  isOvertaken = false;
  error: unknown;
  #returnsFocus = false;

  @wire(getObjectInfo, { objectApiName: HEALTH_SCORE })
  readAccess({ data }: ObjectInfoResult): void {
    this.isPermitted = data !== undefined && mayRecord(data);
  }

  renderedCallback(): void {
    const button = this.template?.querySelector<HTMLElement>('[data-id="edit"]');
    if (!this.#returnsFocus || !button) return;
    this.#returnsFocus = false;
    button.focus();
  }

  get notice(): string {
    return this.standing ? describeStanding(this.standing, this.isOvertaken) : '';
  }

  /** Overtaken by a score that this user cannot see, she is told why hers was refused. */
  get shownError(): unknown {
    return this.isOvertaken && this.standing ? undefined : this.error;
  }

  handleEdit(): void {
    this.error = undefined;
    this.isOvertaken = false;
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
      await this.write(this.recordId, event.detail);
      this.close();
      this.dispatchEvent(new CustomEvent('recorded'));
      await this.recalculation?.start();
    } catch (error) {
      // The form stays open with what was typed.
      this.error = error;
      this.isOvertaken = isTaken(error);
      if (this.isOvertaken) this.dispatchEvent(new CustomEvent('outdated'));
    } finally {
      this.isSaving = false;
    }
  }

  async write(accountId: string, entry: HealthEntry): Promise<void> {
    if (this.standing) await updateRecord(changedScore(this.standing.id, entry));
    else await createRecord(manualScore(accountId, entry, dayOf(new Date())));
  }

  close(): void {
    this.isEditing = false;
    this.isOvertaken = false;
    this.#returnsFocus = mayTakeKeyboard(this.template);
  }

  get recalculation(): (HTMLElement & { start(): Promise<void> }) | null {
    return this.template?.querySelector('c-cs-recalculate') ?? null;
  }
}
