import { LightningElement, api } from 'lwc';

/** One factor that moved, as it is shown. */
export interface ChangeView {
  key: string;
  label: string;
  /** With its sign: `+6.2`. */
  points: string;
  raises: boolean;
  /** What moved it; empty where a score of an older companion does not say. */
  cause: string;
  records: { objectApiName: string; recordId: string; label: string }[];
}

/** A factor of a risk score that moved: by how much, why, and the records it came from. */
export default class CsRiskChange extends LightningElement {
  /** What to show. */
  @api change: ChangeView | undefined;

  get pointsClass(): string {
    return `points ${this.change?.raises ? 'slds-text-color_error' : 'slds-text-color_success'}`;
  }

  get hasRecords(): boolean {
    return (this.change?.records.length ?? 0) > 0;
  }
}
