import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import PLAYBOOK from '@salesforce/schema/CS_Playbook__c';
import ACTIVE from '@salesforce/schema/CS_Playbook__c.CS_Active__c';
import { lacksAccess } from 'c/csLdsErrors';
import type { Draft } from 'c/csPlaybookBuilderDraft';
import { cloneDraft, newDraft, rowViews, toggleMessage } from './csPlaybookBuilderModel';
import type { RowView } from './csPlaybookBuilderModel';
import { PLAYBOOK_LIBRARY, readLibrary } from './csPlaybookBuilderQuery';
import type { LibraryData, Playbook } from './csPlaybookBuilderQuery';
import { savePlaybook } from './savePlaybook';

/** What is told when someone else was faster. */
const CHANGED_MEANWHILE =
  'Someone else has changed this playbook since you opened it. Cancel, look at it as it is now, and make your changes again.';

/** The playbooks of the org: looked at by those who work with them, built by managers and admins. */
export default class CsPlaybookBuilder extends LightningElement {
  variables = { status: 'Active' };
  playbooks: Playbook[] | undefined;
  /** The object, once the list shows that she may read it: else there are no rights to ask for. */
  readable: typeof PLAYBOOK | undefined;
  canEdit = false;
  canCreate = false;
  errors: unknown;
  saveErrors: unknown;
  toggleErrors: unknown;
  isSaving = false;
  /** What is opened: a playbook as it was then, or a new one. */
  opened: { draft: Draft; original: Playbook | undefined } | undefined;
  #refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: PLAYBOOK_LIBRARY, variables: '$variables' })
  receive({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    this.errors = errors;
    if (!data || errors) return;
    this.readable = PLAYBOOK;
    this.playbooks = readLibrary(data as LibraryData);
  }

  @wire(getObjectInfo, { objectApiName: '$readable' })
  readRights({ data }: { data?: { createable: boolean; updateable: boolean } }): void {
    if (!data) return;
    this.canCreate = data.createable;
    this.canEdit = data.updateable;
  }

  get isLoading(): boolean {
    return !this.playbooks && !this.errors;
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.errors);
  }

  get loadErrors(): unknown {
    return this.hasNoAccess ? undefined : this.errors;
  }

  get rows(): RowView[] {
    return rowViews(this.playbooks ?? []);
  }

  get showsList(): boolean {
    return !this.opened && this.rows.length > 0;
  }

  get isEmpty(): boolean {
    return !this.opened && this.playbooks?.length === 0;
  }

  get canAdd(): boolean {
    return this.canCreate && !this.opened;
  }

  get isReadOnly(): boolean {
    return this.playbooks !== undefined && !this.canEdit;
  }

  get openedRunning(): number {
    return this.opened?.original?.running ?? 0;
  }

  handleNew(): void {
    this.open(newDraft(), undefined);
  }

  handleName(event: Event): void {
    const playbook = this.find((event.currentTarget as HTMLElement).dataset.id);
    if (playbook) this.open(playbook, playbook);
  }

  async handleMenu(event: CustomEvent<{ value: string }>): Promise<void> {
    const playbook = this.find((event.currentTarget as HTMLElement).dataset.id);
    if (!playbook) return;
    if (event.detail.value === 'edit') this.open(playbook, playbook);
    else if (event.detail.value === 'clone') this.open(cloneDraft(playbook), undefined);
    else await this.toggle(playbook);
  }

  handleCancel(): void {
    this.opened = undefined;
    this.saveErrors = undefined;
  }

  async handleSave({ detail: draft }: CustomEvent<Draft>): Promise<void> {
    const original = this.opened?.original;
    this.isSaving = true;
    this.saveErrors = undefined;
    try {
      await this.#refresh?.();
      const current = this.find(original?.id);
      if (original && current?.modifiedAt !== original.modifiedAt) throw new Error(CHANGED_MEANWHILE);
      const version = await savePlaybook(draft, current);
      this.opened = undefined;
      this.tell(`${draft.name} was saved`, `It is version ${version}.`);
    } catch (error) {
      // The editor stays open with what was written.
      this.saveErrors = error;
    } finally {
      await this.#refresh?.();
      this.isSaving = false;
    }
  }

  async toggle(playbook: Playbook): Promise<void> {
    this.toggleErrors = undefined;
    try {
      await updateRecord({ fields: { Id: playbook.id, [ACTIVE.fieldApiName]: !playbook.isActive } });
      await this.#refresh?.();
      this.tell(`${playbook.name} is ${playbook.isActive ? 'inactive' : 'active'}`, toggleMessage(playbook));
    } catch (error) {
      this.toggleErrors = error;
    }
  }

  open(draft: Draft, original: Playbook | undefined): void {
    this.saveErrors = undefined;
    this.opened = { draft, original };
  }

  find(id: string | undefined): Playbook | undefined {
    return this.playbooks?.find((playbook) => playbook.id === id);
  }

  tell(title: string, message: string): void {
    this.dispatchEvent(new ShowToastEvent({ title, message, variant: 'success' }));
  }
}
