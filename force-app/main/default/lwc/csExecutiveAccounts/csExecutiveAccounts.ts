import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import type { ListView } from 'c/csExecutiveList';
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
  keptDayLabel,
  notKeptText,
  sourceOf,
  sumUp,
  variablesOf,
} from './csExecutiveAccountsModel';
import type { Selection } from './csExecutiveAccountsModel';

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

  /** Which number was opened. */
  @api
  get selection(): Selection | undefined {
    return this.#selection;
  }
  set selection(selection: Selection | undefined) {
    const isOther = JSON.stringify(selection) !== JSON.stringify(this.#selection);
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

  /** Another number is read out from its heading; another segment or day of it is not. */
  get focusKey(): string {
    return this.#selection?.measure ?? '';
  }

  get view(): ListView | undefined {
    const selection = this.#selection;
    if (!selection) return undefined;
    const columns = columnsOf(selection);
    return {
      heading: `${MEASURES[selection.measure].label}: ${selection.segment.label}`,
      what: 'accounts',
      summary: this.summary,
      comparison: this.comparison,
      canCountAgain: this.canCountAgain,
      isLoading: this.isKept && !this.lastPage && !this.loadError,
      loadError: this.loadError,
      emptyText: this.lastPage?.total === 0 ? 'No account that you can see counts here.' : '',
      notKeptText: this.isKept ? '' : notKeptText(selection),
      keptDayLabel: keptDayLabel(selection),
      showsBand: !this.isRetention,
      columns,
      rows: this.rows.map((row) => ({ ...row, texts: columns.map(({ textOf }) => textOf(row)) })),
      canLoadMore: this.canLoadMore,
    };
  }

  get rows(): CustomerRow[] {
    return [...this.pages.values()].flatMap(({ rows }) => rows);
  }

  get lastPage(): CustomerPage | undefined {
    return [...this.pages.values()].at(-1);
  }

  get isKept(): boolean {
    return this.#selection !== undefined && sourceOf(this.#selection) !== null;
  }

  get sum(): number | null {
    const page = this.lastPage;
    return page && this.#selection ? addUpList(this.#selection, page.groups, this.rows) : null;
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

  get canLoadMore(): boolean {
    return (this.lastPage?.nextCursor ?? null) !== null;
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
