import { LightningElement, api } from 'lwc';
import { formatChange, formatMoneyShort, formatNumber } from 'c/csFormat';

/** An account whose health moved within 30 days. */
export interface Mover {
  id: string;
  name: string;
  change: number;
  /** 0–100, after the change. */
  health: number | null;
  arr: number | null;
}

/** The accounts whose health rose and fell most in 30 days. */
export default class CsExecutiveMovers extends LightningElement {
  /** Who rose, the most first. */
  @api risers: Mover[] = [];

  /** Who fell, the most first. */
  @api fallers: Mover[] = [];

  get lists(): object[] {
    const list = (
      key: string,
      heading: string,
      none: string,
      icon: string,
      variant: string,
      movers: Mover[],
    ) => ({
      key,
      heading,
      none,
      icon,
      variant,
      isEmpty: movers.length === 0,
      movers: movers.map((mover) => ({
        ...mover,
        changeText: formatChange(mover.change),
        detail: `health ${mover.health === null ? 'not known' : formatNumber(mover.health)}, ${
          mover.arr === null ? 'ARR not known' : `${formatMoneyShort(mover.arr)} ARR`
        }`,
      })),
    });
    return [
      list('up', 'Up', 'Nobody rose.', 'utility:arrowup', 'success', this.risers),
      list('down', 'Down', 'Nobody fell.', 'utility:arrowdown', 'error', this.fallers),
    ];
  }
}
