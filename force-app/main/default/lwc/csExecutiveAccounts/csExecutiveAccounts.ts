import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { formatDay } from 'c/csFormat';
import { MEASURES } from 'c/csExecutiveMeasures';
import { ACCOUNTS, SNAPSHOTS } from './csExecutiveAccountsQuery';
import { readAccounts, readSnapshots, readYearAgo } from './csExecutiveAccountsRead';
import type { AccountsData, CustomerPage, CustomerRow, SnapshotsData } from './csExecutiveAccountsRead';
import {
  addUpList,
  agrees,
  columnsOf,
  compareWithTotal,
  isRetention,
  sourceOf,
  sumUp,
  variablesOf,
} from './csExecutiveAccountsModel';
import type { Column, Selection } from './csExecutiveAccountsModel';

export type { Selection } from './csExecutiveAccountsModel';

const PAGE_SIZE = 50;

/**
 * The accounts behind a number, with what they come to beside it.
 *
 * @fires close when the user is done with them
 * @fires daychange with `detail.day`, a day of which accounts are kept
 * @fires recalculated when the totals were counted again
 */
export default class CsExecutiveAccounts extends LightningElement {
  pages = new Map<string, CustomerPage>();
  cursor: string | null = null;
  loadError: unknown;
  accountVariables: Record<string, unknown> | undefined;
  snapshotVariables: Record<string, unknown> | undefined;
  #selection: Selection | undefined;
  #takesFocus = true;

  /** Which number was opened. */
  @api
  get selection(): Selection | undefined {
    return this.#selection;
  }
  set selection(selection: Selection | undefined) {
    const isOther = JSON.stringify(selection) !== JSON.stringify(this.#selection);
    this.#takesFocus ||= selection?.measure !== this.#selection?.measure;
    this.#selection = selection;
    if (!isOther) return;
    this.pages = new Map();
    this.cursor = null;
    this.loadError = undefined;
    this.ask();
  }

  @wire(graphql, { query: ACCOUNTS, variables: '$accountVariables' })
  loadAccounts({ data, errors }: GraphQlResult): void {
    if (this.accountVariables) this.keep(errors, () => readAccounts(data as AccountsData), data);
  }

  @wire(graphql, { query: SNAPSHOTS, variables: '$snapshotVariables' })
  loadSnapshots({ data, errors }: GraphQlResult): void {
    if (!this.snapshotVariables) return;
    const read = this.#selection && sourceOf(this.#selection) === 'yearAgo' ? readYearAgo : readSnapshots;
    this.keep(errors, () => read(data as SnapshotsData), data);
  }

  renderedCallback(): void {
    const heading = this.template?.querySelector<HTMLElement>('[data-id="heading"]');
    if (!this.#takesFocus || !heading) return;
    this.#takesFocus = false;
    heading.focus();
  }

  get heading(): string {
    const selection = this.#selection;
    if (!selection) return '';
    return `${MEASURES[selection.measure].label}: ${selection.segment.label}`;
  }

  get rows(): CustomerRow[] {
    return [...this.pages.values()].flatMap(({ rows }) => rows);
  }

  get lastPage(): CustomerPage | undefined {
    return [...this.pages.values()].at(-1);
  }

  get columns(): (Column & { key: number })[] {
    return columnsOf(this.#selection?.measure ?? 'arr').map((column, key) => ({ ...column, key }));
  }

  get tableRows(): object[] {
    return this.rows.map((row) => ({
      ...row,
      cells: this.columns.map(({ key, label, className, textOf }) => ({
        key,
        label,
        className,
        text: textOf(row),
      })),
    }));
  }

  get isKept(): boolean {
    return this.#selection !== undefined && sourceOf(this.#selection) !== null;
  }

  get isNotKept(): boolean {
    return !this.isKept;
  }

  get isLoading(): boolean {
    return this.isKept && !this.lastPage && !this.loadError;
  }

  get isEmpty(): boolean {
    return this.lastPage?.total === 0;
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get sum(): number | null {
    const page = this.lastPage;
    return page && this.#selection ? addUpList(this.#selection.measure, page.groups, this.rows) : null;
  }

  get summary(): string {
    const page = this.lastPage;
    return page && this.#selection ? sumUp(this.#selection, this.rows.length, page.total, this.sum) : '';
  }

  /** Retention is added up from what is shown, so it can be compared once all are. */
  get isComparable(): boolean {
    return this.lastPage !== undefined && !(this.canLoadMore && this.isRetention);
  }

  get comparison(): string {
    const { selection } = this;
    return selection && this.isComparable ? compareWithTotal(selection, this.sum) : '';
  }

  get canCountAgain(): boolean {
    const { selection } = this;
    return selection?.isLatest === true && this.isComparable && !agrees(selection, this.sum);
  }

  get isRetention(): boolean {
    return isRetention(this.#selection?.measure ?? 'arr');
  }

  get showsBand(): boolean {
    return !this.isRetention;
  }

  get canLoadMore(): boolean {
    return (this.lastPage?.nextCursor ?? null) !== null;
  }

  get notKeptText(): string {
    if (this.#selection?.isLatest) {
      return 'Who was a customer a year ago is not kept yet, so there is nothing to list.';
    }
    return 'Accounts are kept as they were on one day of each month; for this day there is no list.';
  }

  get keptDayLabel(): string {
    const { keptDay, isLatest } = this.#selection ?? {};
    return keptDay && !isLatest ? `Go to ${formatDay(keptDay)}` : '';
  }

  handleMore(): void {
    this.cursor = this.lastPage?.nextCursor ?? null;
    this.ask();
  }

  handleKeptDay(): void {
    this.dispatchEvent(new CustomEvent('daychange', { detail: { day: this.#selection?.keptDay } }));
  }

  handleRecalculated(): void {
    this.dispatchEvent(new CustomEvent('recalculated'));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  ask(): void {
    const source = this.#selection && sourceOf(this.#selection);
    const asked = this.#selection && variablesOf(this.#selection);
    const variables = asked && { ...asked, first: PAGE_SIZE, after: this.cursor };
    this.accountVariables = source === 'accounts' ? variables : undefined;
    this.snapshotVariables = source === 'accounts' ? undefined : variables;
  }

  keep(errors: unknown, read: () => CustomerPage, data: unknown): void {
    this.loadError = errors;
    if (!errors && data) this.pages = new Map(this.pages).set(this.cursor ?? '', read());
  }
}
