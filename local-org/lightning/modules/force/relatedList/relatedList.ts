import { api, LightningElement } from 'lwc';
import { readObjectInfo } from 'lightning/uiObjectInfoApi';
import { openRecordModal } from 'one/quickActions';
import { iconOf, type ObjectInfo } from 'platform/fieldInfo';
import { NewestAnswer } from 'platform/newestAnswer';
import { onRecordChange } from 'platform/recordEvents';
import { readList } from 'platform/recordList';
import { sameRecord, type RecordRepresentation } from 'platform/recordStore';
import { messageOf, readLayout, type ObjectLayout } from 'platform/shellData';
import { columnsOfFields, type TableColumn } from 'platform/tableColumns';

const SHOWN = 6;

/** The newest children of a record by one relationship. */
export default class RelatedList extends LightningElement {
  @api label = '';
  @api objectApiName: string | undefined;
  @api parentField: string | undefined;
  @api parentId: string | undefined;

  layout: ObjectLayout | undefined;
  info: ObjectInfo | undefined;
  records: RecordRepresentation[] = [];
  totalCount = 0;
  error: string | undefined;
  sortBy = 'Id';
  descending = true;
  #stop: (() => void) | undefined;
  #reading = new NewestAnswer();

  connectedCallback(): void {
    this.#stop = onRecordChange((ids) => {
      const shown = [this.parentId ?? '', ...this.records.map(({ id }) => id)];
      if (ids.some((id) => shown.some((one) => sameRecord(one, id)))) void this.read();
    });
    void this.open();
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  get title(): string {
    return `${this.label} (${this.totalCount})`;
  }

  get icon(): string {
    return iconOf(this.objectApiName ?? '');
  }

  get fields(): string[] {
    const { nameField = 'Name', list = [] } = this.layout ?? {};
    return [nameField, ...list.filter((field) => field !== this.parentField)];
  }

  get columns(): TableColumn[] {
    return this.info ? columnsOfFields(this.info, this.fields) : [];
  }

  get canCreate(): boolean {
    return this.info?.createable ?? false;
  }

  get hasRecords(): boolean {
    return this.records.length > 0;
  }

  handleSort(event: CustomEvent<{ field: string; descending: boolean }>): void {
    this.sortBy = event.detail.field;
    this.descending = event.detail.descending;
    void this.read();
  }

  handleNew(): void {
    const defaults = { [this.parentField!]: this.parentId };
    void openRecordModal({ objectApiName: this.objectApiName!, defaults });
  }

  private async open(): Promise<void> {
    try {
      const name = this.objectApiName!;
      [this.layout, this.info] = await Promise.all([readLayout(name), readObjectInfo<ObjectInfo>(name)]);
      this.sortBy = this.info.fields.CreatedDate ? 'CreatedDate' : this.layout.nameField;
      await this.read();
    } catch (error) {
      this.error = messageOf(error);
    }
  }

  private async read(): Promise<void> {
    const { info, fields, sortBy, descending } = this;
    // A change before the list is described needs no reading: that comes with the description.
    if (!info) return;
    const filter = [this.parentField!, this.parentId!] as const;
    const list = readList({ info, fields, filter, sortBy, descending, first: SHOWN });
    const ending = await this.#reading.take(list);
    if (!ending) return;
    this.error = ending.value ? undefined : messageOf(ending.error);
    if (!ending.value) return;
    this.records = ending.value.records;
    this.totalCount = ending.value.totalCount;
  }
}
