import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import USER_ID from '@salesforce/user/Id';
import { lacksAccess, reduceErrors } from 'c/csLdsErrors';
import { MY_PINS, onPinsChanged, pinAccount, readPins, unpinAccount } from 'c/csPins';
import type { Pin, PinsData } from 'c/csPins';

/**
 * Pins an account to the user's own focus, or unpins it: an icon in a row or a card, a button with its words on a
 * record page. As many as there are on a page ask the org once.
 *
 * @fires pinchange with `detail.accountId` when it was pinned or unpinned; bubbles out of lists
 */
export default class CsPin extends LightningElement {
  /** Id of the account, in a row or a card. */
  @api accountId: string | undefined;

  /** Name of the account, for those who hear the button instead of seeing where it stands. */
  @api accountName = '';

  /** Id of the account, given by the record page. */
  @api recordId: string | undefined;

  pins: Pin[] | undefined;
  error: unknown;
  isSaving = false;
  #refresh: (() => Promise<void>) | undefined;
  #stopListening: (() => void) | undefined;

  @wire(graphql, { query: MY_PINS, variables: '$variables' })
  loadPins({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    this.error = errors;
    if (data && !errors) this.pins = readPins(data as PinsData);
  }

  /** Takes the keyboard. */
  @api
  focusButton(): void {
    this.template?.querySelector<HTMLElement>('[data-id="toggle"]')?.focus();
  }

  connectedCallback(): void {
    this.#stopListening = onPinsChanged(() => this.#refresh?.());
  }

  disconnectedCallback(): void {
    this.#stopListening?.();
  }

  get variables(): Record<string, unknown> {
    return { userId: USER_ID };
  }

  get pinnedId(): string | undefined {
    return this.accountId ?? this.recordId;
  }

  get pin(): Pin | undefined {
    return this.pins?.find(({ accountId, isPinned }) => isPinned && accountId === this.pinnedId);
  }

  get isPinned(): boolean {
    return this.pin !== undefined;
  }

  get isDisabled(): boolean {
    return this.isSaving || this.pins === undefined;
  }

  /** Who may not read pins sees no button that would fail. */
  get isShown(): boolean {
    return this.pinnedId !== undefined && !lacksAccess(this.error);
  }

  get isIcon(): boolean {
    return this.accountId !== undefined;
  }

  get iconName(): string {
    return this.isPinned ? 'utility:pinned' : 'utility:pin';
  }

  get alternativeText(): string {
    return this.accountName ? `Pin ${this.accountName} to My Focus` : 'Pin to My Focus';
  }

  get hint(): string {
    if (this.error) return `Pins could not be loaded: ${reduceErrors(this.error).join(' ')}`;
    return this.isPinned ? 'In My Focus. Click to unpin.' : 'Pin to My Focus';
  }

  async handleClick(): Promise<void> {
    const { pinnedId, pin } = this;
    if (this.isDisabled || !pinnedId) return;
    this.isSaving = true;
    try {
      await (pin ? unpinAccount(pin) : pinAccount(pinnedId, this.pins ?? []));
      const detail = { accountId: pinnedId };
      this.dispatchEvent(new CustomEvent('pinchange', { detail, bubbles: true, composed: true }));
      this.toast(pin ? 'Unpinned from My Focus' : 'Pinned to My Focus', this.accountName, 'success');
    } catch (error) {
      this.toast('My Focus was not changed', reduceErrors(error).join(' '), 'error');
    } finally {
      this.isSaving = false;
    }
  }

  toast(title: string, message: string, variant: 'success' | 'error'): void {
    this.dispatchEvent(new ShowToastEvent({ title, message, variant }));
  }
}
