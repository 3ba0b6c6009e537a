import { api, LightningElement } from 'lwc';
import { readObjectInfo } from 'lightning/uiObjectInfoApi';
import { openRecordModal } from 'one/quickActions';
import { iconOf, type ObjectInfo } from 'platform/fieldInfo';
import {
  readListInfo,
  readListRecords,
  readListViews,
  type ListViewInfo,
  type ListViewSummary,
} from 'platform/listViews';
import { goTo, goToUrl } from 'platform/location';
import { pinList, pinnedList } from 'platform/pinnedLists';
import type { RecordRepresentation } from 'platform/recordStore';
import { messageOf } from 'platform/shellData';
import { columnsOfList, fieldsOfColumns, type TableColumn } from 'platform/tableColumns';
import { listSummary } from './listSummary.ts';

const PAGE_SIZE = 50;
/** The platform's lists go no further. */
const LAST_OFFSET = 2000;

/** An object's home: one of its list views, page after page, sorted by a column. */
export default class ObjectHome extends LightningElement {
  info: ObjectInfo | undefined;
  views: ListViewSummary[] = [];
  view = '';
  pinned: string | undefined;
  list: ListViewInfo | undefined;
  columns: TableColumn[] = [];
  records: RecordRepresentation[] | undefined;
  nextPage: string | undefined;
  isCut = false;
  loading = false;
  error: string | undefined;
  sortBy = '';
  #objectApiName: string | undefined;
  #filterName: string | undefined;
  #question = 0;
  #observer: IntersectionObserver | undefined;

  @api
  get objectApiName(): string | undefined {
    return this.#objectApiName;
  }
  set objectApiName(name: string | undefined) {
    if (name === this.#objectApiName) return;
    this.#objectApiName = name;
    void this.open();
  }

  /** The list view of the address, if it names one. */
  @api
  get filterName(): string | undefined {
    return this.#filterName;
  }
  set filterName(name: string | undefined) {
    this.#filterName = name;
    if (this.views.length) void this.show(this.wantedView);
  }

  connectedCallback(): void {
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.handleMore();
    });
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }

  renderedCallback(): void {
    this.#observer?.disconnect();
    const more = this.template?.querySelector('[data-more]');
    if (more) this.#observer?.observe(more);
  }

  get icon(): string {
    return iconOf(this.#objectApiName ?? '');
  }

  get canCreate(): boolean {
    return this.info?.createable ?? false;
  }

  get summary(): string {
    if (!this.records) return 'Loading…';
    const filters = this.list?.filteredByInfo.map(({ label }) => label) ?? [];
    const shown = {
      count: this.records.length,
      hasMore: this.hasMore || this.isCut,
      sortBy: this.sortBy,
      filters,
    };
    return listSummary(shown, this.columns);
  }

  get hasMore(): boolean {
    return this.nextPage !== undefined;
  }

  get isEmpty(): boolean {
    return this.records?.length === 0;
  }

  get isDescending(): boolean {
    return this.sortBy.startsWith('-');
  }

  get sortedColumn(): string {
    return this.sortBy.replace(/^-/, '');
  }

  get wantedView(): string {
    const known = (name: string | undefined) => this.views.find(({ apiName }) => apiName === name)?.apiName;
    return known(this.#filterName) ?? known(this.pinned) ?? this.views[0]?.apiName ?? '';
  }

  handleView(event: CustomEvent<{ value: string }>): void {
    const attributes = { objectApiName: this.#objectApiName!, actionName: 'list' };
    goTo({ type: 'standard__objectPage', attributes, state: { filterName: event.detail.value } });
  }

  handlePin(event: CustomEvent<{ value: string }>): void {
    this.pinned = event.detail.value;
    pinList(this.#objectApiName!, this.pinned);
  }

  handleSort(event: CustomEvent<{ field: string; descending: boolean }>): void {
    this.sortBy = `${event.detail.descending ? '-' : ''}${event.detail.field}`;
    void this.read();
  }

  handleRefresh(): void {
    void this.read();
  }

  handleMore(): void {
    if (this.nextPage && !this.loading) void this.read(this.nextPage);
  }

  async handleNew(): Promise<void> {
    const saved = (await openRecordModal({ objectApiName: this.#objectApiName! })) as
      { id: string } | undefined;
    if (saved) goToUrl(`/lightning/r/${this.#objectApiName}/${saved.id}/view`);
  }

  private async open(): Promise<void> {
    const name = this.#objectApiName;
    // What is being read of the object before is wanted no more.
    this.#question += 1;
    this.loading = false;
    if (!name) return;
    this.views = [];
    this.info = this.list = this.records = this.error = undefined;
    this.pinned = pinnedList(name);
    try {
      const [info, views] = await Promise.all([readObjectInfo<ObjectInfo>(name), readListViews(name)]);
      if (name !== this.#objectApiName) return;
      this.info = info;
      this.views = views;
      this.pinned ??= views[0]?.apiName;
      await this.show(this.wantedView);
    } catch (error) {
      if (name === this.#objectApiName) this.error = messageOf(error);
    }
  }

  private async show(view: string): Promise<void> {
    const question = ++this.#question;
    this.view = view;
    this.loading = false;
    this.records = this.nextPage = this.error = undefined;
    try {
      const list = await readListInfo(this.#objectApiName!, view);
      if (question !== this.#question) return;
      this.list = list;
      this.columns = columnsOfList(this.info!, list.displayColumns);
      const [order] = list.orderedByInfo;
      this.sortBy = order ? `${order.isAscending ? '' : '-'}${order.fieldApiName}` : '';
      this.nameThePage(list.label);
      await this.read();
    } catch (error) {
      if (question === this.#question) this.error = messageOf(error);
    }
  }

  private async read(pageToken?: string): Promise<void> {
    const question = ++this.#question;
    this.loading = true;
    try {
      const page = await readListRecords({
        objectApiName: this.#objectApiName!,
        listViewApiName: this.view,
        optionalFields: fieldsOfColumns(this.info!, this.columns),
        pageSize: PAGE_SIZE,
        pageToken,
        sortBy: this.columns.some(({ name }) => name === this.sortedColumn) ? this.sortBy : undefined,
      });
      if (question !== this.#question) return;
      this.records = pageToken ? [...(this.records ?? []), ...page.records] : page.records;
      this.isCut = Number(page.nextPageToken) > LAST_OFFSET;
      this.nextPage = this.isCut ? undefined : (page.nextPageToken ?? undefined);
      this.error = undefined;
    } catch (error) {
      if (question === this.#question) this.error = messageOf(error);
    } finally {
      if (question === this.#question) this.loading = false;
    }
  }

  private nameThePage(label: string): void {
    const detail = { title: `${label} | ${this.info!.labelPlural}`, objectApiName: this.#objectApiName };
    this.dispatchEvent(new CustomEvent('pagenamed', { detail, bubbles: true, composed: true }));
  }
}
