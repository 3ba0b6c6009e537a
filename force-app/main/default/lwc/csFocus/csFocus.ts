import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import USER_ID from '@salesforce/user/Id';
import { countOf, dayOf, formatDay, formatNumber } from 'c/csFormat';
import { mayTakeKeyboard } from 'c/csKeyboard';
import { lacksAccess } from 'c/csLdsErrors';
import { bringBack, moved, onPinsChanged, putAside, storePlace } from 'c/csPins';
import type { Pin } from 'c/csPins';
import { askingOf } from './csFocusFilter';
import { pinnedOf, viewFocus } from './csFocusModel';
import type { FocusView } from './csFocusModel';
import { MY_FOCUS, readFocus } from './csFocusQuery';
import type { Focus, FocusData } from './csFocusQuery';

/** The parts of a row that take the keyboard back after a move, or when the row that had it is gone. */
interface RowElement extends HTMLElement {
  focusMove(by: number): void;
  focusPin(): void;
}

/** The row that had the keyboard is gone: whatever has it now, the user has given it to. */
const NOWHERE = ':not(*)';

/** What a user has pinned, in her own order, and what asks for her attention now, each with the reasons. */
export default class CsFocus extends LightningElement {
  /** Accounts that ask for attention, shown before "Show more". */
  @api maxAsking = 10;

  focus: Focus | undefined;
  loadError: unknown;
  saveError: unknown;
  isSaving = false;
  showsAll = false;
  showsAside = false;
  status = '';
  #dragged: number | undefined;
  #focusAfter: { pinId: string; by: number } | undefined;
  /** The account that was pinned from the list, and its place there. */
  #leaving: { accountId: string; index: number } | undefined;
  #refresh: (() => Promise<void>) | undefined;
  #stopListening: (() => void) | undefined;

  @wire(graphql, { query: MY_FOCUS, variables: '$variables' })
  loadFocus({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    this.loadError = errors;
    if (data && !errors) this.focus = readFocus(data as FocusData);
  }

  connectedCallback(): void {
    this.#stopListening = onPinsChanged(() => this.#refresh?.());
  }

  disconnectedCallback(): void {
    this.#stopListening?.();
  }

  renderedCallback(): void {
    this.focusNextAsking();
    if (!this.#focusAfter || this.isSaving) return;
    const { pinId, by } = this.#focusAfter;
    this.#focusAfter = undefined;
    const row = `[data-pin="${pinId}"]`;
    if (mayTakeKeyboard(this.template, row)) this.template?.querySelector<RowElement>(row)?.focusMove(by);
  }

  get variables(): Record<string, unknown> {
    return { userId: USER_ID, today: this.today, asking: askingOf(USER_ID, this.today) };
  }

  get today(): string {
    return dayOf(new Date());
  }

  get view(): FocusView | undefined {
    return this.focus && viewFocus(this.focus, this.today);
  }

  get isLoading(): boolean {
    return !this.focus && !this.loadError;
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.loadError);
  }

  get shownError(): unknown {
    return this.hasNoAccess ? undefined : this.loadError;
  }

  get hasPinned(): boolean {
    return (this.view?.pinned.length ?? 0) > 0;
  }

  get hasAsking(): boolean {
    return (this.view?.asking.length ?? 0) > 0;
  }

  get shownAsking(): FocusView['asking'] {
    const asking = this.view?.asking ?? [];
    return this.showsAll ? asking : asking.slice(0, this.maxAsking);
  }

  get askingHeading(): string {
    return `Asks for attention (${formatNumber(this.focus?.total ?? 0)})`;
  }

  get moreLabel(): string {
    const hidden = (this.view?.asking.length ?? 0) - this.shownAsking.length;
    return hidden > 0 ? `Show ${hidden} more` : '';
  }

  get unreadNote(): string {
    const { asking, total } = this.focus ?? { asking: [], total: 0 };
    return total > asking.length ? `The ${asking.length} of them with the greatest ARR are ranked here.` : '';
  }

  get hasAside(): boolean {
    return (this.view?.aside.length ?? 0) > 0;
  }

  get asideLabel(): string {
    const count = countOf(this.view?.aside.length ?? 0, 'account');
    return `${this.showsAside ? 'Hide' : 'Show'} ${count} put aside`;
  }

  get asideExpanded(): string {
    return String(this.showsAside);
  }

  /** A call or a note may be what an account asked for. */
  async handleActionDone(): Promise<void> {
    await this.#refresh?.();
  }

  handleMore(): void {
    this.showsAll = true;
  }

  handleToggleAside(): void {
    this.showsAside = !this.showsAside;
  }

  async handleMove(event: CustomEvent<{ by: number }>): Promise<void> {
    const index = indexOf(event);
    const { by } = event.detail;
    const pinId = this.view?.pinned[index]?.pinId;
    // The row is drawn again in its new place, which takes the keyboard from its button.
    if (pinId) this.#focusAfter = { pinId, by };
    await this.place(index, index + by);
  }

  handlePinChange(event: CustomEvent<{ accountId: string }>): void {
    const { accountId } = event.detail;
    const index = this.shownAsking.findIndex((row) => row.accountId === accountId);
    if (index >= 0) this.#leaving = { accountId, index };
  }

  /** The row that was pinned leaves the list: the keyboard stays in its place, on the row that moved up. */
  focusNextAsking(): void {
    const { accountId, index } = this.#leaving ?? {};
    if (index === undefined || this.shownAsking.some((row) => row.accountId === accountId)) return;
    this.#leaving = undefined;
    if (!mayTakeKeyboard(this.template, NOWHERE)) return;
    const rows = this.template?.querySelectorAll<RowElement>('[data-id="asking"] c-cs-focus-row');
    const heading = this.template?.querySelector<HTMLElement>('[data-id="asking-heading"]');
    const next = rows?.[Math.min(index, rows.length - 1)];
    if (next) next.focusPin();
    else heading?.focus();
  }

  handleDragStart(event: DragEvent): void {
    this.#dragged = indexOf(event);
    event.dataTransfer?.setData('text/plain', '');
  }

  handleDragOver(event: DragEvent): void {
    if (this.#dragged !== undefined) event.preventDefault();
  }

  async handleDrop(event: DragEvent): Promise<void> {
    event.preventDefault();
    const from = this.#dragged;
    this.#dragged = undefined;
    if (from !== undefined) await this.place(from, indexOf(event));
  }

  async handleAside(event: CustomEvent<{ until: string }>): Promise<void> {
    const { account } = (event.currentTarget as HTMLElement).dataset;
    const { until } = event.detail;
    if (!account) return;
    const done = await this.change(() => putAside(account, this.pins, until));
    if (done) this.status = `Put aside until ${formatDay(until)}`;
  }

  async handleBack(event: Event): Promise<void> {
    const { pin: id } = (event.currentTarget as HTMLElement).dataset;
    const pin = this.pins.find((candidate) => candidate.id === id);
    if (pin && (await this.change(() => bringBack(pin)))) this.status = 'Back in My Focus';
  }

  get pins(): Pin[] {
    return (this.focus?.pins ?? []).map(({ pin }) => pin);
  }

  /** Moves a pinned account; the card shows it at once and what is stored soon after. */
  async place(from: number, to: number): Promise<void> {
    const { focus } = this;
    if (!focus || this.isSaving) return;
    const shown = pinnedOf(focus.pins, this.today);
    if (from === to || !shown[to]) return;
    const placed = moved(shown, from, to);
    const shownAtOnce = { ...focus, pins: [...placed, ...focus.pins.filter((pin) => !shown.includes(pin))] };
    this.focus = shownAtOnce;
    const done = await this.change(() =>
      storePlace(
        placed.map(({ pin }) => pin),
        to,
      ),
    );
    if (done) this.status = `${placed[to]?.account.name} is now ${to + 1} of ${placed.length}`;
    else if (this.focus === shownAtOnce) this.focus = focus;
  }

  async change(write: () => Promise<unknown>): Promise<boolean> {
    this.isSaving = true;
    this.saveError = undefined;
    try {
      await write();
      return true;
    } catch (error) {
      this.saveError = error;
      return false;
    } finally {
      this.isSaving = false;
    }
  }
}

function indexOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset.index);
}
