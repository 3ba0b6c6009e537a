import { api, LightningElement } from 'lwc';
import userId from '@salesforce/user/Id';
import { readObjectInfo } from 'lightning/uiObjectInfoApi';
import { openRecordModal } from 'one/quickActions';
import { iconOf, type ObjectInfo } from 'platform/fieldInfo';
import { goToUrl } from 'platform/location';
import { readList } from 'platform/recordList';
import type { RecordRepresentation } from 'platform/recordStore';
import { messageOf, readLayout, type ObjectLayout } from 'platform/shellData';

const PAGE_SIZE = 50;

/** An object's list: all its records or the user's own, sorted by a column, page after page. */
export default class ObjectHome extends LightningElement {
  layout: ObjectLayout | undefined;
  info: ObjectInfo | undefined;
  records: RecordRepresentation[] | undefined;
  totalCount = 0;
  endCursor: string | undefined;
  hasMore = false;
  loading = false;
  error: string | undefined;
  view = 'all';
  sortBy = '';
  descending = false;
  #objectApiName: string | undefined;
  #question = 0;

  @api
  get objectApiName(): string | undefined {
    return this.#objectApiName;
  }
  set objectApiName(name: string | undefined) {
    this.#objectApiName = name;
    void this.open();
  }

  get icon(): string {
    return iconOf(this.#objectApiName ?? '');
  }

  get views() {
    const label = this.layout?.labelPlural ?? '';
    return [
      { value: 'all', label: `All ${label}` },
      { value: 'mine', label: `My ${label}` },
    ];
  }

  get viewLabel(): string {
    return this.views.find(({ value }) => value === this.view)?.label ?? '';
  }

  get fields(): string[] {
    return this.layout ? [this.layout.nameField, ...this.layout.list] : [];
  }

  get canCreate(): boolean {
    return this.info?.createable ?? false;
  }

  get count(): string {
    const shown = this.records?.length ?? 0;
    const counted = shown < this.totalCount ? `${shown} of ${this.totalCount}` : `${this.totalCount}`;
    const items = this.totalCount === 1 ? 'item' : 'items';
    return `${counted} ${items} • Sorted by ${this.info?.fields[this.sortBy]?.label ?? this.sortBy}`;
  }

  get isEmpty(): boolean {
    return this.records?.length === 0;
  }

  handleView(event: CustomEvent<{ value: string }>): void {
    this.view = event.detail.value;
    void this.read();
  }

  handleSort(event: CustomEvent<{ field: string; descending: boolean }>): void {
    this.sortBy = event.detail.field;
    this.descending = event.detail.descending;
    void this.read();
  }

  handleMore(): void {
    void this.read(this.endCursor);
  }

  async handleNew(): Promise<void> {
    const saved = (await openRecordModal({ objectApiName: this.#objectApiName! })) as
      { id: string } | undefined;
    if (saved) goToUrl(`/lightning/r/${this.#objectApiName}/${saved.id}/view`);
  }

  private async open(): Promise<void> {
    const name = this.#objectApiName;
    if (!name) return;
    this.error = this.records = undefined;
    this.view = 'all';
    try {
      const [layout, info] = await Promise.all([readLayout(name), readObjectInfo<ObjectInfo>(name)]);
      if (name !== this.#objectApiName) return;
      this.layout = layout;
      this.info = info;
      this.sortBy = layout.nameField;
      this.descending = false;
      const detail = { title: layout.labelPlural, objectApiName: name };
      this.dispatchEvent(new CustomEvent('pagenamed', { detail, bubbles: true, composed: true }));
      await this.read();
    } catch (error) {
      this.error = messageOf(error);
    }
  }

  private async read(after?: string): Promise<void> {
    const question = ++this.#question;
    this.loading = true;
    try {
      const filter = this.view === 'mine' ? (['OwnerId', userId] as const) : undefined;
      const { info, fields, sortBy, descending } = this;
      const page = await readList({
        info: info!,
        fields,
        filter,
        sortBy,
        descending,
        first: PAGE_SIZE,
        after,
      });
      if (question !== this.#question) return;
      this.records = after ? [...(this.records ?? []), ...page.records] : page.records;
      this.totalCount = page.totalCount;
      this.endCursor = page.endCursor;
      this.hasMore = page.hasMore;
      this.error = undefined;
    } catch (error) {
      if (question === this.#question) this.error = messageOf(error);
    } finally {
      if (question === this.#question) this.loading = false;
    }
  }
}
