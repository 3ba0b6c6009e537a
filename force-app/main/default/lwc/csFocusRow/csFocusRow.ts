import { LightningElement, api } from 'lwc';
import { addDays, formatDay } from 'c/csFormat';

/** An account in the focus, as text. */
export interface FocusRow {
  accountId: string;
  name: string;
  band: string | null;
  /** Why it asks for attention, the most pressing reason first. */
  reasons: { key: string; text: string }[];
  facts: string;
  /** Place by urgency; pinned accounts have the user's own order instead. */
  rank?: number;
  isMovable: boolean;
  isFirst: boolean;
  isLast: boolean;
  /** "2 of 5", for those who move it without seeing the list. */
  place?: string;
}

const ASIDE = [
  { label: 'Until tomorrow', days: 1 },
  { label: 'For a week', days: 7 },
  { label: 'For 30 days', days: 30 },
];

/**
 * One account of the focus with its reasons: pinned, unpinned, moved and put aside from here.
 *
 * @fires move with `detail.by`, -1 for up and 1 for down
 * @fires aside with `detail.until`, `YYYY-MM-DD`
 */
export default class CsFocusRow extends LightningElement {
  /** What to show. */
  @api row: FocusRow | undefined;

  /** Today in the user's time zone, `YYYY-MM-DD`. */
  @api today = '';

  /** While the card saves, nothing can be pressed twice. */
  @api saving = false;

  isPickingDay = false;

  /** Gives the keyboard back to the button that moved the row, or to its opposite at the end of the list. */
  @api
  focusMove(by: number): void {
    const { row } = this;
    const up = (by < 0 && !row?.isFirst) || row?.isLast;
    this.template?.querySelector<HTMLElement>(up ? '[data-id="up"]' : '[data-id="down"]')?.focus();
  }

  /** Gives the keyboard to the button that pins. */
  @api
  focusPin(): void {
    this.template?.querySelector<HTMLElement & { focusButton(): void }>('c-cs-pin')?.focusButton();
  }

  get choices(): { label: string; value: string }[] {
    return ASIDE.map(({ label, days }) => {
      const until = addDays(this.today, days);
      return { label: `${label} (${formatDay(until)})`, value: until };
    });
  }

  get hasReasons(): boolean {
    return (this.row?.reasons.length ?? 0) > 0;
  }

  get isUpDisabled(): boolean {
    return this.saving || this.row?.isFirst === true;
  }

  get isDownDisabled(): boolean {
    return this.saving || this.row?.isLast === true;
  }

  get upLabel(): string {
    return `Move ${this.row?.name} up, now ${this.row?.place}`;
  }

  get downLabel(): string {
    return `Move ${this.row?.name} down, now ${this.row?.place}`;
  }

  get asideLabel(): string {
    return `Put ${this.row?.name} aside`;
  }

  get rankLabel(): string {
    return `Rank ${this.row?.rank}`;
  }

  get tomorrow(): string {
    return addDays(this.today, 1);
  }

  handleUp(): void {
    this.dispatchEvent(new CustomEvent('move', { detail: { by: -1 } }));
  }

  handleDown(): void {
    this.dispatchEvent(new CustomEvent('move', { detail: { by: 1 } }));
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    if (event.detail.value === 'pick') this.isPickingDay = true;
    else this.putAside(event.detail.value);
  }

  handleCancel(): void {
    this.isPickingDay = false;
  }

  handleDay(event: CustomEvent<{ day: string }>): void {
    this.isPickingDay = false;
    this.putAside(event.detail.day);
  }

  putAside(until: string): void {
    this.dispatchEvent(new CustomEvent('aside', { detail: { until } }));
  }
}
