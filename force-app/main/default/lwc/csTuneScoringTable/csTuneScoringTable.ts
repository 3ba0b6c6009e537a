import { LightningElement, api } from 'lwc';

/** A value as it is shown and changed. */
export interface RowView {
  key: string;
  factor: string;
  setting: string;
  tier: string | null;
  label: string;
  unit: string;
  /** In its unit; empty where it is inherited. */
  shown: string;
  placeholder: string;
  min: number;
  max: number;
  isRequired: boolean;
  isChanged: boolean;
  /** What it was, where it is changed. */
  was: string;
  reason: string;
  /** Whether a reason may be given: for a value that changed. */
  canExplain: boolean;
}

/** Values that belong together. */
export interface GroupView {
  key: string;
  title: string;
  about: string;
  isOpen: boolean;
  canClose: boolean;
  changed: string;
  /** What its values come to; empty where that says nothing. */
  sum: string;
  sumIsRight: boolean;
  rows: RowView[];
}

/** A value that was typed; null for none. */
export interface ValueEvent {
  factor: string;
  setting: string;
  tier: string | null;
  shown: number | null;
}

/**
 * The values of a scoring configuration, to be changed.
 *
 * @fires valuechange with a `ValueEvent`
 * @fires reasonchange with `detail.key` and `detail.reason`
 * @fires reset with `detail.key` when a value is to be as it was
 * @fires togglegroup with `detail.group`
 */
export default class CsTuneScoringTable extends LightningElement {
  @api groups: GroupView[] = [];

  @api disabled = false;

  get views(): object[] {
    return this.groups.map((group) => ({
      ...group,
      toggleIcon: group.isOpen ? 'utility:chevrondown' : 'utility:chevronright',
      expanded: String(group.isOpen),
      bodyId: `body-${group.key}`,
      sumClass: group.sumIsRight ? 'slds-text-color_weak' : 'slds-text-color_error slds-text-title_bold',
      rows: group.rows.map((row) => ({
        ...row,
        inputLabel: `${group.title}: ${row.label}, in ${row.unit}`,
        reasonLabel: `Why ${row.label}`,
        resetLabel: `${row.label}: ${row.was}. Take the change back`,
        rowClass: row.isChanged ? 'changed' : '',
      })),
    }));
  }

  handleToggle(event: Event): void {
    const { group } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('togglegroup', { detail: { group } }));
  }

  handleValue(event: CustomEvent<{ value: string }>): void {
    const row = this.rowOf(event);
    if (!row) return;
    const text = String(event.detail.value ?? '').trim();
    const { factor, setting, tier } = row;
    const shown = text === '' ? null : Number(text);
    if (Number.isNaN(shown)) return;
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { factor, setting, tier, shown } }));
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    const key = this.rowOf(event)?.key;
    this.dispatchEvent(new CustomEvent('reasonchange', { detail: { key, reason: event.detail.value } }));
  }

  handleReset(event: Event): void {
    this.dispatchEvent(new CustomEvent('reset', { detail: { key: this.rowOf(event)?.key } }));
  }

  rowOf(event: Event): RowView | undefined {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    return this.groups.flatMap(({ rows }) => rows).find((row) => row.key === key);
  }
}
