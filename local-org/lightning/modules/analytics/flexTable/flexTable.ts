import { api, LightningElement } from 'lwc';
import type { DataCell, ReportResults } from 'platform/analytics';
import { allDetails, detailRow, tableHeads, type TableRow } from 'platform/reportRows';

const COLUMN_REM = 7;

/** The records of a report in the columns of a dashboard component, in the order the report sorts them. */
export default class FlexTable extends LightningElement {
  @api report: ReportResults | undefined;
  @api columns: string[] = [];
  @api limit: number | null = null;
  @api label = '';

  get heads() {
    return tableHeads(this.report!, this.columns).map((head) => ({
      ...head,
      className: head.isNumber ? 'number' : '',
    }));
  }

  get rows(): TableRow[] {
    const tokens = this.report!.reportMetadata.detailColumns;
    const cells = allDetails(this.report!);
    const pick = (row: DataCell[]) => this.heads.map(({ token }) => row[tokens.indexOf(token)]!);
    return cells
      .slice(0, this.limit ?? cells.length)
      .map((row, index) => detailRow(this.heads, String(index), pick(row)));
  }

  /** Columns stay readable on a phone, where the table scrolls. */
  get tableStyle(): string {
    return `min-width: ${this.heads.length * COLUMN_REM}rem`;
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }
}
