import { api, LightningElement } from 'lwc';
import type { PageReference } from 'platform/location';
import { fetchRecord } from 'platform/recordStore';
import { messageOf, readObjectOf, readPage, type ShellContext } from 'platform/shellData';

/** Objects whose records are no record pages. */
const ANALYTICS = ['Report', 'Dashboard'];

interface PageModel {
  label: string;
  objectApiName?: string;
  rows: unknown[];
  /** The modules of its components, to be asked for at once. */
  preload: string[];
}

/** The page that a reference means: a record, the list of an object, a tab, or home. */
export default class PageView extends LightningElement {
  @api context: ShellContext | undefined;

  model: PageModel | undefined;
  error: string | undefined;
  objectApiName: string | undefined;
  recordId: string | undefined;
  isList = false;
  filterName: string | undefined;
  /** Filters that the address of a report carries. */
  filterText: string | undefined;
  #page: PageReference | undefined;
  /** While the next page is read, the one before is still shown, but is not where the user is. */
  #isLeaving = false;

  connectedCallback(): void {
    this.template?.addEventListener('pagenamed', (event) => {
      if (this.#isLeaving) event.stopPropagation();
    });
  }

  @api
  get page(): PageReference | undefined {
    return this.#page;
  }
  set page(page: PageReference | undefined) {
    // The same page once more is the one that is being opened: its answers are still wanted.
    if (JSON.stringify(page) === JSON.stringify(this.#page)) return;
    this.#page = page;
    void this.open(page);
  }

  /** What a page says that has no record to head it: its name, for those who find their way by headings. */
  get heading(): string | undefined {
    return this.recordId ? undefined : this.model?.label;
  }

  get isReport(): boolean {
    return this.recordId !== undefined && this.objectApiName === 'Report';
  }

  get isDashboard(): boolean {
    return this.recordId !== undefined && this.objectApiName === 'Dashboard';
  }

  get isAnalyticsHome(): boolean {
    return this.isList && ANALYTICS.includes(this.objectApiName ?? '');
  }

  /** A fresh key makes fresh components when the record changes, as leaving a page does. */
  get views(): { key: string }[] {
    return [{ key: `${this.recordId ?? ''}${this.model?.label ?? ''}` }];
  }

  private async open(page: PageReference | undefined): Promise<void> {
    try {
      this.error = undefined;
      this.#isLeaving = false;
      if (page?.type === 'standard__recordPage') return await this.openRecord(page);
      this.recordId = undefined;
      this.isList = page?.type === 'standard__objectPage';
      this.objectApiName = page?.attributes.objectApiName;
      this.filterName = page?.state.filterName;
      if (this.isList) return;
      await this.openPage(page);
    } catch (error) {
      if (page === this.#page) this.error = messageOf(error);
    }
  }

  private async openRecord(page: PageReference): Promise<void> {
    const { recordId } = page.attributes;
    this.filterText = page.state.filters;
    if (recordId === this.recordId && (this.model || this.isReport || this.isDashboard)) return;
    this.#isLeaving = true;
    const object = page.attributes.objectApiName ?? (await readObjectOf(recordId!));
    if (ANALYTICS.includes(object)) return this.openAnalytics(page, object);
    const [model] = await Promise.all([
      readPage<PageModel>({ type: 'record', object }).then(preloadModules),
      // A record that cannot be read has no page at all.
      fetchRecord(recordId!, { fields: [`${object}.Id`], optionalFields: [] }),
    ]);
    if (page !== this.#page) return;
    this.#isLeaving = false;
    this.isList = false;
    this.objectApiName = model.objectApiName ?? object;
    this.recordId = recordId;
    this.model = model;
    // The highlights name the record once it is read.
    this.name(this.objectApiName!);
  }

  /** Reports and dashboards read themselves, and say by what name. */
  private openAnalytics(page: PageReference, object: string): void {
    if (page !== this.#page) return;
    this.#isLeaving = false;
    this.isList = false;
    this.model = undefined;
    this.objectApiName = object;
    this.recordId = page.attributes.recordId;
  }

  private async openPage(page: PageReference | undefined): Promise<void> {
    this.model = undefined;
    const known = page && ['standard__navItemPage', 'standard__namedPage'].includes(page.type);
    if (!page || !known) throw new Error(`The local org has no page at ${window.location.pathname}.`);
    const tab = page.attributes.apiName;
    const model = preloadModules(await readPage<PageModel>(tab ? { type: 'tab', tab } : { type: 'home' }));
    if (page !== this.#page) return;
    this.model = model;
    this.name(model.label);
  }

  private name(title: string): void {
    const detail = { title, objectApiName: this.objectApiName };
    this.dispatchEvent(new CustomEvent('pagenamed', { detail, bubbles: true, composed: true }));
  }
}

/** Starts loading a page's components while its record is still being read. */
function preloadModules(model: PageModel): PageModel {
  for (const href of model.preload) {
    if (document.head.querySelector(`link[href="${href}"]`)) continue;
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
  }
  return model;
}
