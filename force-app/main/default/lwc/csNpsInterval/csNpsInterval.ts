import { LightningElement, api } from 'lwc';

/** Half of the scale, in units of the drawing: the scale runs from −100 to 100. */
const HALF = 100;

/** A Net Promoter Score on its scale from −100 to 100, with the range in which it may lie. */
export default class CsNpsInterval extends LightningElement {
  /** The score, −100 to 100. */
  @api nps = 0;

  /** The lower end of the range. */
  @api low = 0;

  /** The upper end of the range. */
  @api high = 0;

  /** What the drawing shows, for those who cannot see it. */
  @api description = '';

  get x(): number {
    return this.nps + HALF;
  }

  get from(): number {
    return this.low + HALF;
  }

  get width(): number {
    return this.high - this.low;
  }
}
