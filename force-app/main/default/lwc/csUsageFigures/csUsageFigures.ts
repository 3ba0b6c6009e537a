import { LightningElement, api } from 'lwc';

/** What the figures need. */
export interface Figure {
  key: string;
  label: string;
  value: string;
  detail: string;
  /** The flag that stands with it; empty for none. */
  flag: string;
  /** How far a bar is filled, 0–100; null for no bar. */
  filled: number | null;
}

/** Seats in use, usage against usual, what was used last, and why the flags stand as they do. */
export default class CsUsageFigures extends LightningElement {
  /** The figures, in the order in which they are shown. */
  @api figures: Figure[] = [];

  /** Why the flags stand as they do. */
  @api reason = '';

  /** The day that usage reaches to, as a sentence. */
  @api asOf = '';

  get shown(): (Figure & { hasBar: boolean })[] {
    return this.figures.map((figure) => ({ ...figure, hasBar: figure.filled !== null }));
  }
}
