import { LightningElement, api } from 'lwc';
import type { TrendPoint } from 'c/csExecutiveTrend';

/** Which way a number moved, and whether that is good. */
export interface TileChange {
  direction: 'up' | 'down' | 'level';
  tone: 'better' | 'worse' | 'neutral';
  /** `Up $120,000 since Aug 24, 2026: better`. */
  text: string;
}

/** A number as text, with what is to be known about it. */
export interface ExecutiveTileView {
  key: string;
  label: string;
  value: string;
  /** What the number is of, and what is missing from it. */
  details: string[];
  /** Null where there is nothing to compare with. */
  change: TileChange | null;
  /** Why there is no change to show. */
  noChange: string;
  points: TrendPoint[];
  trend: string;
  /** Whether accounts can be listed behind it. */
  canOpen: boolean;
}

const ICONS = { up: 'utility:arrowup', down: 'utility:arrowdown', level: 'utility:forward' } as const;
const TONES = { better: 'success', worse: 'error', neutral: undefined } as const;

/**
 * One number of the executive page.
 *
 * @fires open with `detail.measure` when the accounts behind it are wanted
 */
export default class CsExecutiveTile extends LightningElement {
  /** What to show. */
  @api tile: ExecutiveTileView | undefined;

  /** Whether its accounts are shown. */
  @api isOpen = false;

  /** Puts the focus on the number. */
  @api
  focusNumber(): void {
    this.template?.querySelector<HTMLElement>('button')?.focus();
  }

  get details(): { key: number; text: string }[] {
    return (this.tile?.details ?? []).map((text, key) => ({ key, text }));
  }

  get buttonLabel(): string {
    return `${this.tile?.label}: ${this.tile?.value}. Show the accounts`;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get tileClass(): string {
    return this.isOpen ? 'tile tile_open' : 'tile';
  }

  get icon(): string | undefined {
    return this.tile?.change ? ICONS[this.tile.change.direction] : undefined;
  }

  get iconVariant(): string | undefined {
    return this.tile?.change ? TONES[this.tile.change.tone] : undefined;
  }

  get changeClass(): string {
    const tone = this.tile?.change?.tone;
    const colour = tone === 'better' ? 'success' : tone === 'worse' ? 'error' : 'weak';
    return `slds-text-body_small slds-text-color_${colour}`;
  }

  get hasTrend(): boolean {
    return (this.tile?.points.length ?? 0) > 1;
  }

  handleClick(): void {
    this.dispatchEvent(new CustomEvent('open', { detail: { measure: this.tile?.key } }));
  }
}
