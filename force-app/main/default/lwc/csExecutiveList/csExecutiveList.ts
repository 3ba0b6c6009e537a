import { LightningElement, api } from 'lwc';

/** A column beside the account. */
export interface ListColumn {
  label: string;
  className: string;
}

/** An account with a text for each column. */
export interface ListRow {
  id: string;
  name: string;
  /** Its risk band, where the list shows that. */
  band?: string | null;
  texts: readonly string[];
}

/** A list behind a number, with all that is said of it. */
export interface ListView {
  heading: string;
  /** What is listed, as in `The accounts could not be loaded`. */
  what: string;
  summary: string;
  /** How it compares with the number; empty where that cannot be told. */
  comparison: string;
  canCountAgain: boolean;
  isLoading: boolean;
  loadError: unknown;
  /** What to say of an empty list; empty while there is something in it, or it is not known. */
  emptyText: string;
  /** Why there is no list of this day; empty where there is one. */
  notKeptText?: string;
  /** Offers a day that has a list; empty without one. */
  keptDayLabel?: string;
  showsBand?: boolean;
  columns: readonly ListColumn[];
  rows: readonly ListRow[];
  canLoadMore?: boolean;
}

/** How a column of numbers stands. */
export const RIGHT = 'slds-text-align_right';

/**
 * A list behind a number of the executive page, whatever it lists: what it comes to, how that compares with the number,
 * and the accounts.
 *
 * @fires close when the user is done with it
 * @fires recalculated when the totals were counted again
 * @fires more when the next page is wanted
 * @fires keptday when the day that is offered is wanted
 */
export default class CsExecutiveList extends LightningElement {
  /** What to show. */
  @api view: ListView | undefined;

  /** The heading takes the focus when the list opens, and whenever this changes. */
  @api focusKey = '';

  #focusedKey: string | undefined;

  renderedCallback(): void {
    const heading = this.template?.querySelector<HTMLElement>('[data-id="heading"]');
    if (!heading || this.#focusedKey === this.focusKey) return;
    this.#focusedKey = this.focusKey;
    heading.focus();
  }

  get errorHeading(): string {
    return `The ${this.view?.what ?? ''} could not be loaded`;
  }

  get loadingText(): string {
    return `Loading the ${this.view?.what ?? ''}`;
  }

  get hasRows(): boolean {
    return (this.view?.rows.length ?? 0) > 0;
  }

  get rows(): object[] {
    const { rows = [], columns = [] } = this.view ?? {};
    return rows.map((row) => ({
      ...row,
      cells: columns.map((column, index) => ({ ...column, text: row.texts[index] ?? '' })),
    }));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  handleRecalculated(): void {
    this.dispatchEvent(new CustomEvent('recalculated'));
  }

  handleMore(): void {
    this.dispatchEvent(new CustomEvent('more'));
  }

  handleKeptDay(): void {
    this.dispatchEvent(new CustomEvent('keptday'));
  }
}
