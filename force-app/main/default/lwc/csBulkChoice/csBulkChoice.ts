import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import type { RecordResult } from 'lightning/uiRecordApi';
import USER_NAME from '@salesforce/schema/User.Name';
import { OPERATIONS, operationOf } from 'c/csBulkPlan';
import type { Choice, Operation } from 'c/csBulkPlan';
import { addDays, formatDay, isDay } from 'c/csFormat';

/** A touchpoint further away than this is taken for a slip of the keyboard. */
const MAX_DAYS_AHEAD = 730;

/**
 * Asks what to change, and to what.
 *
 * @fires choose with `detail.choice`, a `Choice`, or undefined while it is incomplete
 */
export default class CsBulkChoice extends LightningElement {
  /** Values of the picklists by the API name of the field. */
  @api picklists: Record<string, { label: string; value: string }[]> = {};

  /** Today in the user's time zone, `YYYY-MM-DD`. */
  @api today = '';

  operation: Operation | undefined;
  value = '';
  userId: string | undefined;

  @wire(getRecord, { recordId: '$userId', fields: [USER_NAME] })
  readUser({ data }: RecordResult): void {
    if (data && data.id === this.userId) this.choose(data.id, String(getFieldValue(data, USER_NAME)));
  }

  get operations(): { label: string; value: string }[] {
    return OPERATIONS.map(({ name, label }) => ({ label, value: name }));
  }

  get operationName(): string | undefined {
    return this.operation?.name;
  }

  get isUser(): boolean {
    return this.operation?.kind === 'user';
  }

  get isDay(): boolean {
    return this.operation?.kind === 'day';
  }

  get isScore(): boolean {
    return this.operation?.kind === 'score';
  }

  get isPicklist(): boolean {
    return this.operation?.kind === 'picklist' || this.operation?.kind === 'tag';
  }

  get options(): { label: string; value: string }[] {
    return this.picklists[this.operation?.field ?? ''] ?? [];
  }

  get lastDay(): string {
    return addDays(this.today, MAX_DAYS_AHEAD);
  }

  handleOperation(event: CustomEvent<{ value: string }>): void {
    this.operation = operationOf(event.detail.value);
    this.value = '';
    this.userId = undefined;
    this.tell(undefined);
  }

  handleUser(event: CustomEvent<{ recordId: string | null }>): void {
    this.userId = event.detail.recordId ?? undefined;
    if (!this.userId) this.tell(undefined);
  }

  handleOption(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.choose(value, this.options.find((option) => option.value === value)?.label ?? value);
  }

  handleDay(event: CustomEvent<{ value: string | null }>): void {
    const day = event.detail.value ?? '';
    const isAllowed = isDay(day) && day >= this.today && day <= this.lastDay;
    if (isAllowed) this.choose(day, formatDay(day));
    else this.tell(undefined);
  }

  handleScore(event: CustomEvent<{ value: string }>): void {
    const score = Number(event.detail.value);
    const isAllowed = event.detail.value !== '' && Number.isInteger(score) && score >= 0 && score <= 100;
    if (isAllowed) this.choose(score, String(score));
    else this.tell(undefined);
  }

  choose(value: string | number, label: string): void {
    const { operation } = this;
    this.value = String(value);
    if (operation) this.tell({ operation, value, label });
  }

  tell(choice: Choice | undefined): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { choice } }));
  }
}
