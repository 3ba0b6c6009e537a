import { api, LightningElement } from 'lwc';

/** One number, large, with what it counts. */
export default class Metric extends LightningElement {
  @api text = '';
  @api label = '';
  /** `good`, `fair` or `poor`, where the number lies in a zone. */
  @api tone = '';
  @api href = '';
  /** What the number is, for those who do not see the heading above it. */
  @api name = '';
  /** The number in full, and where the link leads. */
  @api description = '';

  get valueClass(): string {
    return `value ${this.tone}`;
  }
}
