import { LightningElement, api } from 'lwc';
import { formatNumber, formatShare } from 'c/csFormat';
import type { MeasureKey } from 'c/csExecutiveMeasures';

/** A share of the accounts. */
export interface SplitPart {
  key: string;
  label: string;
  count: number;
  /** Opens the accounts behind it; a part without it is only shown. */
  measure?: MeasureKey;
  tone: 'success' | 'warning' | 'error' | 'neutral' | 'brand';
}

const WIDTH = 100;

/**
 * Accounts split into parts, as bars.
 *
 * @fires open with `detail.measure` when the accounts of a part are wanted
 */
export default class CsExecutiveSplit extends LightningElement {
  /** What is split, for those who cannot see it. */
  @api label = '';

  /** The parts in their order. */
  @api parts: SplitPart[] = [];

  get rows(): object[] {
    const total = this.parts.reduce((sum, { count }) => sum + count, 0);
    const most = Math.max(1, ...this.parts.map(({ count }) => count));
    return this.parts.map((part) => ({
      ...part,
      width: (part.count / most) * WIDTH,
      number: formatNumber(part.count),
      share: total === 0 ? '' : formatShare(part.count / total),
      barClass: `bar bar_${part.tone}`,
      buttonLabel: `${part.label}: ${formatNumber(part.count)}. Show the accounts`,
    }));
  }

  handleClick(event: Event): void {
    const { measure } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('open', { detail: { measure } }));
  }
}
