import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord, updateRecord } from 'lightning/uiRecordApi';
import type { RecordRepresentation, RecordResult } from 'lightning/uiRecordApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { FieldReference } from '@salesforce/schema/*';
import ACCOUNT_NAME from '@salesforce/schema/Account.Name';
import CADENCE_DAYS from '@salesforce/schema/Account.CS_Cadence_Days__c';
import TIER_CADENCE from '@salesforce/schema/Account.CS_Tier_Cadence__c';
import LAST_TOUCHPOINT from '@salesforce/schema/Account.CS_Last_Touchpoint__c';
import NEXT_SCHEDULED from '@salesforce/schema/Account.CS_Next_Scheduled__c';
import TIER from '@salesforce/schema/Account.CS_Tier__c';
import TOUCH_DUE from '@salesforce/schema/Account.CS_Touch_Due__c';
import { onActionDone } from 'c/csActionDone';
import { dayOf, formatDay } from 'c/csFormat';
import { mayTakeKeyboard } from 'c/csKeyboard';
import { cadenceOf, nextAfterCall, touchShortcuts } from 'c/csTouchDue';
import type { Shortcut } from 'c/csTouchDue';
import { viewTouchpoints } from './csTouchpointModel';
import type { Touchpoints, TouchpointView } from './csTouchpointModel';

const TOUCHPOINT_FIELDS = [NEXT_SCHEDULED, TOUCH_DUE, LAST_TOUCHPOINT, CADENCE_DAYS, TIER_CADENCE, TIER];

/** The next touchpoint of an account with its badge, planned in place. */
export default class CsTouchpoint extends LightningElement {
  /** Id of the account, given by the record page. */
  @api recordId: string | undefined;

  /** A next touchpoint further away than this many days is refused as a slip of the keyboard. */
  @api maxDaysAhead = 730;

  account: RecordRepresentation | undefined;
  loadError: unknown;
  saveError: unknown;
  isEditing = false;
  isSaving = false;
  /** Whether the form was opened because a call is over. */
  isAfterCall = false;
  #returnsFocus = false;
  #stopListening: (() => void) | undefined;

  // Optional, so that a user without access gets told so instead of an error about a field.
  @wire(getRecord, { recordId: '$recordId', fields: [ACCOUNT_NAME], optionalFields: TOUCHPOINT_FIELDS })
  loadAccount({ data, error }: RecordResult): void {
    this.loadError = error;
    if (!data) return;
    const before = this.touchpoints.next;
    this.account = data;
    // Planned elsewhere on the page: there is nothing left to ask.
    if (this.isAfterCall && !this.isSaving && this.touchpoints.next !== before) this.stopAsking();
  }

  connectedCallback(): void {
    this.#stopListening = onActionDone(({ action, accountId }) => {
      if (action === 'logCall' && accountId === this.recordId && this.showsEditButton) this.askForNext();
    });
  }

  disconnectedCallback(): void {
    this.#stopListening?.();
  }

  renderedCallback(): void {
    const button = this.template?.querySelector<HTMLElement>('[data-id="edit"]');
    if (!this.#returnsFocus || !button) return;
    this.#returnsFocus = false;
    button.focus();
  }

  get isLoading(): boolean {
    return !this.account && !this.loadError;
  }

  get hasNoAccess(): boolean {
    return this.account !== undefined && !(NEXT_SCHEDULED.fieldApiName in this.account.fields);
  }

  get touchpoints(): Touchpoints {
    return {
      next: this.read<string>(NEXT_SCHEDULED),
      due: this.read<string>(TOUCH_DUE),
      last: this.read<string>(LAST_TOUCHPOINT),
      cadenceDays: this.read<number>(CADENCE_DAYS),
      tunedDays: this.read<number>(TIER_CADENCE),
      tier: this.read<string>(TIER),
    };
  }

  get view(): TouchpointView | undefined {
    return this.account && !this.hasNoAccess ? viewTouchpoints(this.touchpoints, this.today) : undefined;
  }

  get form(): { heading: string; day: string | null; shortcuts: Shortcut[] } {
    const { next, last, cadenceDays, tunedDays, tier } = this.touchpoints;
    const days = cadenceOf(cadenceDays, tier, tunedDays ?? null);
    if (this.isAfterCall) return nextAfterCall(this.read<string>(ACCOUNT_NAME) ?? '', days, this.today);
    return { heading: '', day: next, shortcuts: touchShortcuts(last, days, this.today) };
  }

  get showsEditButton(): boolean {
    return this.view !== undefined && !this.isEditing;
  }

  get today(): string {
    return dayOf(new Date());
  }

  handleEdit(): void {
    this.saveError = undefined;
    this.isEditing = true;
  }

  /** A logged call is a touchpoint: what comes next is planned in the same breath. */
  askForNext(): void {
    this.isAfterCall = true;
    this.handleEdit();
  }

  handleCancel(): void {
    this.saveError = undefined;
    this.close();
  }

  async handleSave(event: CustomEvent<{ day: string | null }>): Promise<void> {
    const { day } = event.detail;
    this.isSaving = true;
    this.saveError = undefined;
    try {
      await updateRecord({ fields: { Id: this.recordId, [NEXT_SCHEDULED.fieldApiName]: day } });
      this.close();
      this.confirm(day);
    } catch (error) {
      // The form stays open with what was typed; the card goes on showing what is stored.
      this.saveError = error;
    } finally {
      this.isSaving = false;
    }
  }

  close(): void {
    this.stopAsking();
    this.#returnsFocus = mayTakeKeyboard(this.template);
  }

  stopAsking(): void {
    this.isEditing = false;
    this.isAfterCall = false;
  }

  confirm(day: string | null): void {
    const title = day ? `Next touchpoint: ${formatDay(day)}` : 'No touchpoint is planned any more';
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
  }

  read<Value>(field: FieldReference): Value | null {
    return this.account ? ((getFieldValue(this.account, field) as Value | null | undefined) ?? null) : null;
  }
}
