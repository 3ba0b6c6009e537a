import { LightningElement, api } from 'lwc';

/** A record that a contribution rests on. */
export interface RecordReference {
  objectApiName: string;
  recordId: string;
  label: string;
}

/** One contribution as it is shown. */
export interface ContributionView {
  key: string;
  label: string;
  /** With its sign: `+18.4`. */
  points: string;
  /** Whether it lowers the risk, as a recovery does. */
  lowers: boolean;
  /** Length of the bar in percent of the longest. */
  share: number;
  detail: string;
  /** Such as `35 of 100`; null for a factor that is no measure. */
  measure: string | null;
  records: RecordReference[];
  /** How many records are not linked: `and 3 more`; empty for none. */
  more: string;
}

/** One reason of a risk score: its points, its bar, and the records behind it. */
export default class CsRiskContribution extends LightningElement {
  /** What to show. */
  @api contribution: ContributionView | undefined;

  get barStyle(): string {
    return `width: ${this.contribution?.share ?? 0}%`;
  }

  get barClass(): string {
    return this.contribution?.lowers
      ? 'slds-progress-bar__value bar_lowers'
      : 'slds-progress-bar__value bar_raises';
  }

  get reason(): string {
    const { detail, measure } = this.contribution ?? {};
    return [detail, measure && `measured ${measure}`].filter(Boolean).join(' · ');
  }

  get hasRecords(): boolean {
    return (this.contribution?.records.length ?? 0) > 0;
  }
}
