import { LightningElement, api } from 'lwc';
import type { ValueLine } from 'c/csFieldMappingRules';

interface LineView extends ValueLine {
  key: string;
  index: number;
  label: string;
}

/** A choice that says nothing: accounts with the value keep what they have. */
const NOTHING = { label: 'Nothing: keep what is there', value: '' };

/**
 * Says what each own value stands for: a choice of ours, or a health.
 *
 * @fires change with `detail`, all `ValueLine`s
 */
export default class CsFieldMappingValues extends LightningElement {
  /** What each own value stands for. */
  @api lines: readonly ValueLine[] = [];

  /** `choice` for values of ours, `health` for numbers from 0 to 100. */
  @api kind = 'choice';

  /** The values of ours. */
  @api choices: readonly string[] = [];

  get isChoice(): boolean {
    return this.kind === 'choice';
  }

  get options(): { label: string; value: string }[] {
    return [NOTHING, ...this.choices.map((value) => ({ label: value, value }))];
  }

  get views(): LineView[] {
    return this.lines.map(({ own, ours }, index) => ({
      key: `${index}-${own}`,
      index,
      label: `“${own}” stands for`,
      own,
      ours: this.choices.find((choice) => choice.toLowerCase() === ours.toLowerCase()) ?? ours,
    }));
  }

  /** A text has no list of values. */
  get hasNoLines(): boolean {
    return this.lines.length === 0;
  }

  handleLine(event: CustomEvent<{ value: string }>): void {
    // The input's own event crosses shadow boundaries, and would follow ours.
    event.stopPropagation();
    const index = Number((event.currentTarget as HTMLElement).dataset.index);
    const ours = event.detail.value;
    const lines = this.lines.map((line, at) => (at === index ? { ...line, ours } : line));
    this.dispatchEvent(new CustomEvent('change', { detail: lines }));
  }
}
