import { api, LightningElement } from 'lwc';
import { labelOf, type FieldInfo, type ObjectInfo } from 'platform/fieldInfo';
import type { RecordRepresentation } from 'platform/recordStore';

/** Records as rows: the name links to the record, a column's head sorts by it. */
export default class RecordTable extends LightningElement {
  @api label = '';
  @api info: ObjectInfo | undefined;
  @api fields: string[] = [];
  @api records: RecordRepresentation[] = [];
  @api sortBy: string | undefined;
  @api descending = false;

  get nameField(): string {
    return this.fields[0] ?? 'Name';
  }

  get columns() {
    return this.fields.flatMap((name) => {
      const field = this.info?.fields[name];
      return field ? [this.column(field)] : [];
    });
  }

  get rows() {
    const [, ...others] = this.columns;
    return this.records.map((record) => ({
      record,
      id: record.id,
      name: String(record.fields[this.nameField]?.value ?? record.id),
      url: `/lightning/r/${this.info?.apiName}/${record.id}/view`,
      cells: others,
    }));
  }

  handleSort(event: Event): void {
    const field = (event.currentTarget as HTMLElement).dataset.field ?? '';
    const descending = field === this.sortBy && !this.descending;
    this.dispatchEvent(new CustomEvent('sort', { detail: { field, descending } }));
  }

  private column(field: FieldInfo) {
    const sorted = field.apiName === this.sortBy;
    const direction = this.descending ? 'descending' : 'ascending';
    return {
      name: field.apiName,
      label: labelOf(field),
      info: field,
      ariaSort: sorted ? direction : 'none',
      classes: `slds-is-sortable${sorted ? ` slds-is-sorted slds-is-sorted_${this.descending ? 'desc' : 'asc'}` : ''}`,
    };
  }
}
