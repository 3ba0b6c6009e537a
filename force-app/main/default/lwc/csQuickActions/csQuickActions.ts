import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { RefreshEvent } from 'lightning/refresh';
import { getFieldValue, getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import type { RecordRepresentation, RecordResult } from 'lightning/uiRecordApi';
import CONTACT_ACCOUNT from '@salesforce/schema/Contact.AccountId';
import CONTACT_EMAIL from '@salesforce/schema/Contact.Email';
import CsEmailModal from 'c/csEmailModal';
import CsNoteModal from 'c/csNoteModal';
import { announceActionDone } from 'c/csActionDone';
import type { ActionDone } from 'c/csActionDone';
import { quickActionPage } from 'c/csQuickAction';
import type { QuickActionName, QuickActionTarget } from 'c/csQuickAction';
import { ALL_ACTIONS, actionsFor } from './csQuickActionsModel';
import type { ActionName, ActionView } from './csQuickActionsModel';

/**
 * Log call, send email, create task and add note, about an account or a contact. On a record page it finds both by
 * itself; in a row of a table it is given them.
 *
 * @fires actiondone with `ActionDone` when an action that was begun here is over; bubbles out of tables
 */
export default class CsQuickActions extends NavigationMixin(LightningElement) {
  /** Id of the record of the page: an account or a contact. */
  @api recordId: string | undefined;

  /** `Account` or `Contact`, given by the record page. */
  @api objectApiName: string | undefined;

  /** Id of the account, where there is no record page. */
  @api accountId: string | undefined;

  /** Id of the contact, where there is no record page. */
  @api contactId: string | undefined;

  /** `buttons` for a bar, `menu` for one button in a row. */
  @api variant = 'buttons';

  /** Name of the account or contact, so that the menus of a table can be told apart. */
  @api recordName = '';

  contact: RecordRepresentation | undefined;
  contactError: unknown;
  /** The standard action whose form is open. */
  #opened: ActionName | undefined;

  @wire(getRecord, { recordId: '$aboutContactId', optionalFields: [CONTACT_ACCOUNT, CONTACT_EMAIL] })
  readContact({ data, error }: RecordResult): void {
    // Without it the forms open all the same, with less filled in.
    this.contact = data;
    this.contactError = error;
  }

  get aboutContactId(): string | undefined {
    return this.contactId ?? (this.objectApiName === 'Contact' ? this.recordId : undefined);
  }

  get aboutAccountId(): string | undefined {
    const own = this.accountId ?? (this.objectApiName === 'Account' ? this.recordId : undefined);
    return own ?? this.readContactField(CONTACT_ACCOUNT);
  }

  /** Whose account she belongs to is not known yet: a form would be opened about nobody's. */
  get isReading(): boolean {
    const isRead = this.contact !== undefined || this.contactError !== undefined;
    return this.aboutContactId !== undefined && this.aboutAccountId === undefined && !isRead;
  }

  get target(): QuickActionTarget {
    return {
      accountId: this.aboutAccountId,
      contactId: this.aboutContactId,
      contactEmail: this.readContactField(CONTACT_EMAIL),
    };
  }

  get isMenu(): boolean {
    return this.variant === 'menu';
  }

  get menuText(): string {
    return this.recordName ? `Actions for ${this.recordName}` : 'Actions';
  }

  get actions(): ActionView[] {
    // What may be offered keeps its place meanwhile, so that nothing moves under the mouse.
    return this.isReading ? ALL_ACTIONS : actionsFor(this.aboutAccountId);
  }

  handleClick(event: Event): void {
    const { action } = (event.currentTarget as HTMLElement).dataset;
    this.start(action as ActionName);
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    this.start(event.detail.value as ActionName);
  }

  /** The platform does not tell when its form closes, but focus comes back to where it was opened from. */
  handleFocusIn(): void {
    const action = this.#opened;
    this.#opened = undefined;
    if (action) this.finish(action);
  }

  start(action: ActionName): void {
    if (this.isReading) return;
    if (action === 'addNote') this.addNote();
    else if (action === 'emailFromTemplate') this.emailFromTemplate();
    else this.openForm(action, this.target);
  }

  openForm(action: QuickActionName, target: QuickActionTarget, values: Record<string, string> = {}): void {
    this[NavigationMixin.Navigate](quickActionPage(action, target, values));
    this.#opened = action;
  }

  async emailFromTemplate(): Promise<void> {
    const { accountId, contactId } = this.target;
    const draft = await CsEmailModal.open({
      label: 'Email from Template',
      size: 'medium',
      accountId,
      contactId,
    });
    if (!draft) return;
    const target = { accountId, contactId: draft.contactId, contactEmail: draft.contactEmail };
    this.openForm('sendEmail', target, { Subject: draft.subject, HtmlBody: draft.body });
  }

  async addNote(): Promise<void> {
    const { accountId, contactId } = this.target;
    const noteId = await CsNoteModal.open({ label: 'Add Note', size: 'medium', accountId, contactId });
    if (noteId) await this.finish('addNote');
  }

  async finish(action: ActionName): Promise<void> {
    const { accountId, contactId } = this.target;
    const changed = [accountId, contactId].filter((id): id is string => id !== undefined);
    await notifyRecordUpdateAvailable(changed.map((recordId) => ({ recordId })));
    this.dispatchEvent(new RefreshEvent());
    const detail: ActionDone = { action, accountId, contactId };
    this.dispatchEvent(new CustomEvent('actiondone', { detail, bubbles: true, composed: true }));
    announceActionDone(detail);
  }

  readContactField(field: typeof CONTACT_EMAIL): string | undefined {
    const value = this.contact ? getFieldValue(this.contact, field) : undefined;
    return (value as string | null | undefined) ?? undefined;
  }
}
