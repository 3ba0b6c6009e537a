import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getFieldValue, getRecord, updateRecord } from 'lightning/uiRecordApi';
import type { RecordRepresentation, RecordResult } from 'lightning/uiRecordApi';
import type { FieldReference } from '@salesforce/schema/*';
import ACCOUNT_NAME from '@salesforce/schema/Account.Name';
import NEXT_SCHEDULED from '@salesforce/schema/Account.CS_Next_Scheduled__c';
import RENEWAL_DATE from '@salesforce/schema/Account.CS_Renewal_Date__c';
import type { PlaybookRun } from 'c/csAccountStory';
import { addDays, countOf, dayOf, formatDay } from 'c/csFormat';
import { mayTakeKeyboard } from 'c/csKeyboard';
import { upcomingItems } from 'c/csTimelineEvents';
import type { EventNode, TaskNode, UpcomingItem } from 'c/csTimelineEvents';

/** Items shown before "Show all". */
const FIRST_ITEMS = 4;

/** Days from today beyond which a touchpoint is refused as a slip of the keyboard. */
const MAX_DAYS_AHEAD = 730;

/** What is coming up with an account, and a form to plan the next touchpoint. */
export default class CsTimelineUpcoming extends LightningElement {
  /** Id of the account. */
  @api accountId: string | undefined;

  /** Tasks that are not done. */
  @api openTasks: TaskNode[] = [];

  /** Meetings of today and later. */
  @api nextEvents: EventNode[] = [];

  /** Playbooks, whose open steps are coming up. */
  @api runs: PlaybookRun[] = [];

  /** The moment that decides what is to come. */
  @api now = new Date();

  account: RecordRepresentation | undefined;
  showsAll = false;
  isPlanning = false;
  isSaving = false;
  saveError: unknown;
  maxDaysAhead = MAX_DAYS_AHEAD;
  #returnsFocus = false;

  @wire(getRecord, {
    recordId: '$accountId',
    fields: [ACCOUNT_NAME],
    optionalFields: [NEXT_SCHEDULED, RENEWAL_DATE],
  })
  loadAccount({ data }: RecordResult): void {
    // Without it the touchpoint and the renewal are not among what is upcoming; the rest is.
    if (data) this.account = data;
  }

  renderedCallback(): void {
    const button = this.template?.querySelector<HTMLElement>('[data-id="plan"]');
    if (!this.#returnsFocus || !button) return;
    this.#returnsFocus = false;
    button.focus();
  }

  get items(): UpcomingItem[] {
    const { openTasks, nextEvents, runs, nextTouchpoint } = this;
    const renewal = this.readAccount(RENEWAL_DATE);
    return upcomingItems({ nextTouchpoint, renewal, openTasks, nextEvents, runs }, this.now);
  }

  get nextTouchpoint(): string | null {
    return this.readAccount(NEXT_SCHEDULED);
  }

  get today(): string {
    return dayOf(this.now);
  }

  get shownItems(): object[] {
    const shown = this.showsAll ? this.items : this.items.slice(0, FIRST_ITEMS);
    return shown.map((item) => ({
      ...item,
      isLinked: item.recordId !== null,
      subline: [item.kindLabel, item.person].filter(Boolean).join(' · '),
      whenClass: item.isOverdue ? 'slds-badge slds-theme_error' : 'slds-text-body_small slds-text-color_weak',
    }));
  }

  get hasItems(): boolean {
    return this.items.length > 0;
  }

  get hasMore(): boolean {
    return !this.showsAll && this.items.length > FIRST_ITEMS;
  }

  get allLabel(): string {
    return `Show all ${countOf(this.items.length, 'item')}`;
  }

  get showsPlanButton(): boolean {
    return !this.isPlanning && NEXT_SCHEDULED.fieldApiName in (this.account?.fields ?? {});
  }

  get shortcuts(): { label: string; day: string }[] {
    return [
      { label: 'Tomorrow', day: addDays(this.today, 1) },
      { label: 'In a week', day: addDays(this.today, 7) },
      { label: 'In a month', day: addDays(this.today, 30) },
    ];
  }

  handleAll(): void {
    this.showsAll = true;
  }

  handlePlan(): void {
    this.saveError = undefined;
    this.isPlanning = true;
  }

  handleCancel(): void {
    this.isPlanning = false;
    this.#returnsFocus = mayTakeKeyboard(this.template);
  }

  async handleSave(event: CustomEvent<{ day: string | null }>): Promise<void> {
    const { day } = event.detail;
    this.isSaving = true;
    this.saveError = undefined;
    try {
      await updateRecord({ fields: { Id: this.accountId, [NEXT_SCHEDULED.fieldApiName]: day } });
      this.handleCancel();
      const title = day ? `Next touchpoint: ${formatDay(day)}` : 'No touchpoint is planned any more';
      this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    } catch (error) {
      // The form stays open with what was typed.
      this.saveError = error;
    } finally {
      this.isSaving = false;
    }
  }

  readAccount(field: FieldReference): string | null {
    const value = this.account && getFieldValue(this.account, field);
    return (value as string | null | undefined) ?? null;
  }
}
