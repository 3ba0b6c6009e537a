import { api, LightningElement } from 'lwc';
import type { RecordRepresentation } from 'platform/recordStore';
import type { TableColumn } from 'platform/tableColumns';

const COLUMN_REM = 7;

/** Records as rows: the name links to the record, a column's head sorts by it. */
export default class RecordTable extends LightningElement {
  @api label = '';
  @api objectApiName: string | undefined;
  @api columns: TableColumn[] = [];
  @api records: RecordRepresentation[] = [];
  @api sortBy: string | undefined;
  @api descending = false;

  get heads() {
    return this.columns.map((column) => {
      const sorted = column.name === this.sortBy;
      const direction = this.descending ? 'descending' : 'ascending';
      const sortedClass = sorted ? ` slds-is-sorted slds-is-sorted_${this.descending ? 'desc' : 'asc'}` : '';
      return {
        ...column,
        ariaSort: column.sortable ? (sorted ? direction : 'none') : undefined,
        classes: column.sortable ? `slds-is-sortable${sortedClass}` : '',
      };
    });
  }

  /** Columns stay readable on a phone, where the table scrolls. */
  get tableStyle(): string {
    return `min-width: ${this.columns.length * COLUMN_REM}rem`;
  }

  get rows() {
    return this.records.map((record) => ({
      id: record.id,
      cells: this.columns.map((column) => ({
        ...column,
        record,
        key: `${record.id}${column.name}`,
        text: String(record.fields[column.name]?.value ?? record.id),
        url: `/lightning/r/${this.objectApiName}/${record.id}/view`,
      })),
    }));
  }

  handleSort(event: Event): void {
    const field = (event.currentTarget as HTMLElement).dataset.field ?? '';
    const descending = field === this.sortBy && !this.descending;
    this.dispatchEvent(new CustomEvent('sort', { detail: { field, descending } }));
  }
}
