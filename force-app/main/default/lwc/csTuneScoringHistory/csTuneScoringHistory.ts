import { LightningElement, api } from 'lwc';
import { formatMoment } from 'c/csFormat';

/** A version in the history. */
export interface HistoryRow {
  id: string;
  version: string;
  isActive: boolean;
  /** When it was activated, else made; ISO 8601. */
  at: string;
  by: string;
  reason: string;
  /** What it changed of the version before. */
  changes: string[];
  canGoBack: boolean;
}

/**
 * The versions of the scoring configuration, with what changed, who changed it and why.
 *
 * @fires goback with `detail.id` when a version of the past is to be taken up again
 */
export default class CsTuneScoringHistory extends LightningElement {
  @api rows: HistoryRow[] = [];

  get views(): object[] {
    return this.rows.map((row) => ({
      ...row,
      when: formatMoment(row.at),
      hasChanges: row.changes.length > 0,
      backLabel: `Go back to ${row.version}`,
    }));
  }

  handleBack(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('goback', { detail: { id } }));
  }
}
