import { api, LightningElement } from 'lwc';
import type { ReportResults } from 'platform/analytics';
import { tableHeads, tableRows, type TableRow } from 'platform/reportRows';

const COLUMN_REM = 8;

/** A tabular or summary report: groups with their subtotals, records, and the grand total. */
export default class ReportTable extends LightningElement {
  @api report: ReportResults | undefined;

  get heads() {
    return (this.report ? tableHeads(this.report) : []).map((head) => ({
      ...head,
      className: head.isNumber ? 'number' : '',
    }));
  }

  get rows(): TableRow[] {
    return this.report ? tableRows(this.report) : [];
  }

  get name(): string {
    return this.report?.reportMetadata.name ?? '';
  }

  /** Columns stay readable on a phone, where the table scrolls. */
  get tableStyle(): string {
    return `min-width: ${this.heads.length * COLUMN_REM}rem`;
  }
}
