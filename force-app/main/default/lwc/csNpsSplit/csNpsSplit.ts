import { LightningElement, api } from 'lwc';
import { formatShare } from 'c/csFormat';

/** One kind of answers: its part of the bar, and its words. */
interface Part {
  key: string;
  x: number;
  width: number;
  barClass: string;
  dotClass: string;
  text: string;
  range: string;
}

const KINDS = [
  { key: 'detractors', label: 'Detractors', range: '0 to 6' },
  { key: 'passives', label: 'Passives', range: '7 and 8' },
  { key: 'promoters', label: 'Promoters', range: '9 and 10' },
] as const;

/** How many promoters, passives and detractors there are: as one bar, and in words that say the same. */
export default class CsNpsSplit extends LightningElement {
  /** How many are promoters. */
  @api promoters = 0;

  /** How many are passives. */
  @api passives = 0;

  /** How many are detractors. */
  @api detractors = 0;

  get total(): number {
    return this.promoters + this.passives + this.detractors;
  }

  get hasAnswers(): boolean {
    return this.total > 0;
  }

  /** From the left as on the scale of the question: detractors, passives, promoters. */
  get parts(): Part[] {
    let x = 0;
    return KINDS.map(({ key, label, range }) => {
      const width = (100 * this[key]) / this.total;
      const part = {
        key,
        range,
        x,
        width,
        barClass: key,
        dotClass: `dot ${key}`,
        text: `${label} ${this[key]} (${formatShare(width / 100)})`,
      };
      x += width;
      return part;
    });
  }

  get description(): string {
    return this.parts.map(({ text }) => text).join(', ');
  }
}
