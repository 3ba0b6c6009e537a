import { LightningElement, api } from 'lwc';

/** What the summary shows, in words. */
export interface SummaryView {
  health: string;
  healthDetail: string;
  /** `Improving`, `Steady`, `Declining`, or why there is no such word. */
  word: string;
  wordDetail: string;
  iconName: string;
  change30: string;
  change90: string;
}

/** Where health stands, where it has been going, and by how much it changed. */
export default class CsHealthTrendSummary extends LightningElement {
  /** What to show. */
  @api view: SummaryView | undefined;
}
