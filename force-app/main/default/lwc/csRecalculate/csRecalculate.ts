import { LightningElement, api, wire } from 'lwc';
import { createRecord, getFieldValue, getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import type { RecordResult } from 'lightning/uiRecordApi';
import REQUEST from '@salesforce/schema/CS_Request__c';
import REQUEST_ACCOUNT from '@salesforce/schema/CS_Request__c.CS_Account__c';
import REQUEST_MESSAGE from '@salesforce/schema/CS_Request__c.CS_Message__c';
import REQUEST_PAYLOAD from '@salesforce/schema/CS_Request__c.CS_Payload__c';
import REQUEST_RESULT from '@salesforce/schema/CS_Request__c.CS_Result__c';
import REQUEST_STATUS from '@salesforce/schema/CS_Request__c.CS_Status__c';
import REQUEST_TYPE from '@salesforce/schema/CS_Request__c.CS_Type__c';
import { POLL_MS, WORDS, phaseOf, readResult, statusText } from './csRecalculateModel';
import type { Phase, RequestType } from './csRecalculateModel';

/**
 * Asks the companion for a new score of one account, or for one of the other things it can be asked for, and waits.
 * A new score is shown by every component that reads the account through Lightning Data Service.
 *
 * @slot what stands beside the button
 * @fires ask when it is asked
 * @fires recalculated when the org holds the new numbers, with what the companion answered beside its message, if
 *   anything, as `detail.result`
 * @fires refused when the companion could not do it, with the same
 */
export default class CsRecalculate extends LightningElement {
  /** What is asked for: `Recalculate` of one account, or one of the others, which are of no account. */
  @api requestType: RequestType = 'Recalculate';

  /** Id of the account. */
  @api recordId: string | undefined;

  /** What exactly is asked, as JSON, where the type alone does not say it. */
  @api payload: string | undefined;

  /** Whether it cannot be asked for now. */
  @api disabled = false;

  /** Seconds to wait for the companion. */
  @api timeoutSeconds = 90;

  /** For a parent that starts the recalculation itself. */
  @api hideButton = false;

  phase: Phase = 'idle';
  error: unknown;
  requestId: string | undefined;
  message: string | undefined;
  result: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #deadline = 0;
  /** Whether another was asked for while one is under way, which may have read what was there before. */
  #isOneMoreWanted = false;

  @wire(getRecord, {
    recordId: '$requestId',
    fields: [REQUEST_STATUS],
    optionalFields: [REQUEST_MESSAGE, REQUEST_RESULT],
  })
  followRequest({ data, error }: RecordResult): void {
    if (this.phase !== 'waiting') return;
    if (error) this.fail(error);
    if (!data || data.id !== this.requestId) return;
    this.message = (getFieldValue(data, REQUEST_MESSAGE) as string | null) ?? undefined;
    this.result = readResult(getFieldValue(data, REQUEST_RESULT) as string | null | undefined);
    const phase = phaseOf({ status: getFieldValue(data, REQUEST_STATUS) as string, message: this.message });
    if (phase !== 'waiting') this.finish(phase);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  /** Starts a recalculation, as the button does; while one is under way, once more when that is over. */
  @api
  async start(): Promise<void> {
    if (this.phase === 'waiting') {
      this.#isOneMoreWanted = true;
      return;
    }
    this.#isOneMoreWanted = false;
    this.phase = 'waiting';
    this.error = undefined;
    this.message = undefined;
    this.result = undefined;
    this.requestId = undefined;
    this.dispatchEvent(new CustomEvent('ask'));
    this.#deadline = Date.now() + this.timeoutSeconds * 1_000;
    try {
      const request = await createRecord({
        apiName: REQUEST.objectApiName,
        fields: {
          [REQUEST_TYPE.fieldApiName]: this.requestType,
          [REQUEST_STATUS.fieldApiName]: 'New',
          ...(this.recordId ? { [REQUEST_ACCOUNT.fieldApiName]: this.recordId } : {}),
          ...(this.payload ? { [REQUEST_PAYLOAD.fieldApiName]: this.payload } : {}),
        },
      });
      this.requestId = request.id;
      this.lookAgainLater();
    } catch (error) {
      this.fail(error);
    }
  }

  get isDisabled(): boolean {
    return this.disabled || this.isWaiting;
  }

  get isWaiting(): boolean {
    return this.phase === 'waiting';
  }

  get showsButton(): boolean {
    return !this.hideButton;
  }

  /** Beside a button the row keeps its height; without one it takes none until there is something to say. */
  get rowClass(): string {
    const layout = 'slds-grid slds-grid_vertical-align-center';
    return this.hideButton ? layout : `${layout} row`;
  }

  get status(): string {
    return statusText(this.phase, this.message, this.requestType);
  }

  get buttonLabel(): string {
    return WORDS[this.requestType].button;
  }

  get waitingText(): string {
    return WORDS[this.requestType].waiting;
  }

  get statusClass(): string {
    const colour = this.phase === 'failed' || this.phase === 'timedOut' ? 'error' : 'weak';
    return `slds-text-body_small slds-text-color_${colour}`;
  }

  async handleClick(): Promise<void> {
    if (!this.isWaiting) await this.start();
  }

  lookAgainLater(): void {
    // Nothing tells a page without Apex that a record changed, so it has to look.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    this.#timer = setTimeout(() => this.lookAgain(), POLL_MS);
  }

  async lookAgain(): Promise<void> {
    if (this.phase !== 'waiting' || !this.requestId) return;
    if (Date.now() >= this.#deadline) {
      this.finish('timedOut');
      return;
    }
    try {
      await notifyRecordUpdateAvailable([{ recordId: this.requestId }]);
      if (this.isWaiting && this.isConnected) this.lookAgainLater();
    } catch (error) {
      this.fail(error);
    }
  }

  async finish(phase: Phase): Promise<void> {
    clearTimeout(this.#timer);
    this.phase = phase;
    const detail = { result: this.result };
    if (phase !== 'done') {
      this.dispatchEvent(new CustomEvent('refused', { detail }));
      return;
    }
    try {
      if (this.recordId) await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
      this.dispatchEvent(new CustomEvent('recalculated', { detail }));
      if (this.#isOneMoreWanted) await this.start();
    } catch (error) {
      this.fail(error);
    }
  }

  fail(error: unknown): void {
    clearTimeout(this.#timer);
    this.phase = 'error';
    this.error = error;
  }
}
