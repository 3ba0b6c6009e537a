import { LightningElement, api } from 'lwc';
import type { MeasureKey } from 'c/csExecutiveMeasures';

/** A piece of a sentence: plain words, or words that lead to accounts or to one account. */
export interface StoryPart {
  text: string;
  /** Opens the accounts behind this number. */
  measure?: MeasureKey;
  /** Of this CSM only. */
  csmId?: string;
  /** Leads to this account. */
  accountId?: string;
}

/** A sentence about the numbers. */
export type Sentence = readonly StoryPart[];

/**
 * What the numbers say, in sentences, each with a way to the records that it speaks of.
 *
 * @fires open with `detail.measure` and, for the accounts of one CSM, `detail.csmId`
 */
export default class CsExecutiveStory extends LightningElement {
  /** What to say. */
  @api sentences: Sentence[] = [];

  get items(): { key: number; parts: (StoryPart & { key: number })[] }[] {
    return this.sentences.map((parts, key) => ({
      key,
      parts: parts.map((part, index) => ({ ...part, key: index })),
    }));
  }

  handleClick(event: Event): void {
    const { measure, csm } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('open', { detail: { measure, csmId: csm } }));
  }
}
