import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { updateRecord } from 'lightning/uiRecordApi';
import NEXT_SCHEDULED from '@salesforce/schema/Account.CS_Next_Scheduled__c';
import { addDays, countOf, formatDay } from 'c/csFormat';
import type { UpcomingItem } from 'c/csTimelineEvents';

/** Items shown before "Show all". */
const FIRST_ITEMS = 4;

/** Days from today beyond which a touchpoint is refused as a slip of the keyboard. */
const MAX_DAYS_AHEAD = 730;

/** What is coming up with an account, and a form to plan the next touchpoint. */
export default class CsTimelineUpcoming extends LightningElement {
  /** Id of the account. */
  @api accountId: string | undefined;

  /** What is coming up, the most urgent first. */
  @api items: UpcomingItem[] = [];

  /** The planned day, `YYYY-MM-DD`; null for none. */
  @api nextTouchpoint: string | null = null;

  /** Whether the user may see the next touchpoint, and so plan it. */
  @api canPlan = false;

  /** Today in the user's time zone, `YYYY-MM-DD`. */
  @api today = '';

  showsAll = false;
  isPlanning = false;
  isSaving = false;
  saveError: unknown;
  maxDaysAhead = MAX_DAYS_AHEAD;
  #returnsFocus = false;

  renderedCallback(): void {
    const button = this.template?.querySelector<HTMLElement>('[data-id="plan"]');
    if (!this.#returnsFocus || !button) return;
    this.#returnsFocus = false;
    button.focus();
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
    return this.canPlan && !this.isPlanning;
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
    this.#returnsFocus = true;
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
}
