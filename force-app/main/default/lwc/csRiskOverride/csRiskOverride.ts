import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import OVERRIDE from '@salesforce/schema/CS_Risk_Override__c';
import type { BandByHand } from 'c/csAccountStory';
import { dayOf } from 'c/csFormat';
import { mayTakeKeyboard } from 'c/csKeyboard';
import type { OverrideEntry } from 'c/csRiskOverrideForm';
import { endedOverride, mayOverride, newOverride, viewOverride } from './csRiskOverrideModel';
import type { Calculated, OverrideView } from './csRiskOverrideModel';

export type { Calculated } from './csRiskOverrideModel';

/**
 * The band of an account set by hand: a banner while it holds, with the calculated band beside it and a way to end it,
 * else a way to set one. Who may not write it reads the banner alone.
 *
 * @fires changed when the org holds another one; it should be read again and the account scored
 */
export default class CsRiskOverride extends LightningElement {
  /** Id of the account. */
  @api recordId: string | undefined;

  /** What was last set by hand; null where nothing was, undefined while it is not known. */
  @api last: BandByHand | null | undefined;

  /** What the rules say. */
  @api calculated: Calculated = { band: null, score: null, shownId: null };

  isPermitted = false;
  isEditing = false;
  isSaving = false;
  error: unknown;
  /** Id of what was ended here, and may be let hold again. */
  endedId: string | undefined;
  #returnsFocus = false;

  @wire(getObjectInfo, { objectApiName: OVERRIDE })
  readAccess({ data }: ObjectInfoResult): void {
    this.isPermitted = data !== undefined && mayOverride(data);
  }

  renderedCallback(): void {
    if (!this.#returnsFocus) return;
    const button = this.template?.querySelector<HTMLElement>('[data-focus]');
    if (!button) return;
    this.#returnsFocus = false;
    button.focus();
  }

  get view(): OverrideView | null {
    return viewOverride(this.last, this.calculated, dayOf(new Date()));
  }

  get canEnd(): boolean {
    return this.isPermitted && this.view !== null;
  }

  get canSet(): boolean {
    return this.isPermitted && this.last !== undefined && this.view === null && !this.isEditing;
  }

  get isFormOpen(): boolean {
    return this.isPermitted && this.isEditing && this.view === null;
  }

  get canUndo(): boolean {
    return this.endedId !== undefined && this.last?.id === this.endedId && this.canSet;
  }

  get status(): string {
    return this.canUndo ? 'The band set by hand was ended.' : '';
  }

  handleEdit(): void {
    this.error = undefined;
    this.endedId = undefined;
    this.isEditing = true;
  }

  handleCancel(): void {
    this.error = undefined;
    this.isEditing = false;
    this.#returnsFocus = mayTakeKeyboard(this.template);
  }

  async handleSave(event: CustomEvent<OverrideEntry>): Promise<void> {
    const { recordId } = this;
    if (!recordId) return;
    await this.write(async () => {
      await createRecord(newOverride(recordId, event.detail));
      this.isEditing = false;
    });
  }

  async handleEnd(): Promise<void> {
    const id = this.view?.id;
    if (!id) return;
    await this.write(async () => {
      await updateRecord(endedOverride(id, new Date().toISOString()));
      this.endedId = id;
    });
  }

  async handleUndo(): Promise<void> {
    const id = this.endedId;
    if (!id) return;
    await this.write(async () => {
      await updateRecord(endedOverride(id, null));
      this.endedId = undefined;
    });
  }

  /** What was typed or shown stays as it is when the org refuses. */
  async write(save: () => Promise<void>): Promise<void> {
    if (this.isSaving) return;
    this.isSaving = true;
    this.error = undefined;
    try {
      await save();
      this.#returnsFocus = mayTakeKeyboard(this.template);
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (error) {
      this.error = error;
    } finally {
      this.isSaving = false;
    }
  }
}
