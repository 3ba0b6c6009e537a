import { LightningElement } from 'lwc';
import { RefreshEvent, runRefreshHandlers } from 'lightning/refresh';
import { findHeading } from 'platform/pageHeading';
import { announceRecordChange } from 'platform/recordEvents';
import { currentPage, goToUrl, handleActions, onPageChange, type PageReference } from 'platform/location';
import { messageOf, readShellContext, type ShellContext } from 'platform/shellData';
import { openQuickAction } from 'one/quickActions';
import { showToast } from 'one/toasts';

/** The whole window: header, navigation and the page that the address names. */
export default class App extends LightningElement {
  context: ShellContext | undefined;
  page: PageReference | undefined;
  error: string | undefined;
  /** Whether the page was changed and its heading is yet to be shown. */
  #awaitsHeading = false;
  #move = 0;

  connectedCallback(): void {
    onPageChange((page) => {
      this.#awaitsHeading = true;
      void this.show(page);
    });
    handleActions((action) => openQuickAction(action, this.page));
    document.addEventListener('lightning__showtoast', showToast, { capture: true });
    document.addEventListener('click', followLink);
    document.addEventListener(RefreshEvent.type, () => void this.refresh());
    void this.show(currentPage());
  }

  get activeUrl(): string {
    const { type, attributes } = this.page ?? { type: '', attributes: {} as Record<string, string> };
    if (type === 'standard__recordPage' || type === 'standard__objectPage') {
      const isAnalytics = ['Report', 'Dashboard'].includes(attributes.objectApiName ?? '');
      return `/lightning/o/${attributes.objectApiName}/${isAnalytics ? 'home' : 'list'}`;
    }
    return window.location.pathname;
  }

  private async show(page: PageReference | undefined): Promise<void> {
    const move = ++this.#move;
    try {
      const appName = page?.type === 'standard__app' ? page.attributes.appTarget : undefined;
      if (!this.context || appName) this.context = await readShellContext(appName?.replace(/^c__/, ''));
    } catch (error) {
      this.error = messageOf(error);
      return;
    }
    // Whoever has gone elsewhere meanwhile stays there.
    if (move !== this.#move) return;
    if (page?.type === 'standard__app') {
      return goToUrl(this.context.app.items[0]?.url ?? '/lightning/page/home', { replace: true });
    }
    this.page = page;
  }

  private async refresh(): Promise<void> {
    const { recordId } = this.page?.attributes ?? {};
    if (recordId) announceRecordChange([recordId]);
    await runRefreshHandlers();
  }

  handlePageNamed(event: CustomEvent<{ objectApiName?: string; title: string }>): void {
    const { title, objectApiName } = event.detail;
    document.title = `${title} | Salesforce`;
    void this.focusHeading();
    if (objectApiName && this.page && !this.page.attributes.objectApiName) {
      this.page = { ...this.page, attributes: { ...this.page.attributes, objectApiName } };
    }
  }

  /** A new page is read from its heading on, as a document loaded by the browser is. */
  private async focusHeading(): Promise<void> {
    if (!this.#awaitsHeading) return;
    // What named the page renders its heading after this event.
    await Promise.resolve();
    const main = this.template?.querySelector('main');
    const heading = main && findHeading(main);
    if (!heading) return;
    this.#awaitsHeading = false;
    // A page can be used before its record names it: who has begun to keeps the focus where it is.
    const focused = this.template?.activeElement;
    if (focused && focused !== main && main.contains(focused)) return;
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  handleSkip(): void {
    this.template?.querySelector<HTMLElement>('main')?.focus();
  }
}

/** Links to pages of the org keep the window; with a modifier key they open as the browser does. */
function followLink(event: MouseEvent): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return;
  }
  const link = event
    .composedPath()
    .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
  const href = link?.getAttribute('href');
  if (!link || !href?.startsWith('/lightning/') || (link.target && link.target !== '_self')) return;
  event.preventDefault();
  goToUrl(href);
}
