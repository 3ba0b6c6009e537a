import { api, LightningElement } from 'lwc';
import type { ListViewSummary } from 'platform/listViews';

/** The name of the list that is shown, and the way to the others: a search over their names, by mouse or keys. */
export default class ListViewPicker extends LightningElement {
  /** What the lists are of: `Accounts`. */
  @api label = '';
  @api views: ListViewSummary[] = [];
  /** The API name of the list that is shown. */
  @api selected = '';
  /** The API name of the list that the object opens with. */
  @api pinned: string | undefined;

  open = false;
  search = '';
  active = 0;
  #focusSearch = false;

  get current(): string {
    return this.views.find(({ apiName }) => apiName === this.selected)?.label ?? '';
  }

  get options() {
    const wanted = this.search.trim().toLowerCase();
    const found = this.views.filter(({ label }) => label.toLowerCase().includes(wanted));
    return found.map(({ apiName, label }, index) => ({
      apiName,
      label: apiName === this.pinned ? `${label} (Pinned list)` : label,
      id: `option-${index}`,
      selected: String(apiName === this.selected),
      checked: apiName === this.selected,
      classes: `slds-media slds-listbox__option slds-listbox__option_plain slds-media_small${index === this.active ? ' slds-has-focus' : ''}`,
    }));
  }

  get isEmpty(): boolean {
    return this.options.length === 0;
  }

  get activeId(): string | undefined {
    return this.options[this.active]?.id;
  }

  get expanded(): string {
    return String(this.open);
  }

  get isPinned(): boolean {
    return this.selected === this.pinned;
  }

  get pinIcon(): string {
    return this.isPinned ? 'utility:pinned' : 'utility:pin';
  }

  get pinLabel(): string {
    return this.isPinned ? 'This list is pinned.' : 'Pin this list';
  }

  get triggerClasses(): string {
    return `slds-dropdown-trigger slds-dropdown-trigger_click${this.open ? ' slds-is-open' : ''}`;
  }

  renderedCallback(): void {
    if (!this.#focusSearch) return;
    this.#focusSearch = false;
    this.template?.querySelector('input')?.focus();
  }

  handleToggle(): void {
    if (this.open) return this.close();
    this.search = '';
    this.active = Math.max(
      0,
      this.views.findIndex(({ apiName }) => apiName === this.selected),
    );
    this.open = this.#focusSearch = true;
  }

  handleSearch(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
    this.active = 0;
  }

  handleKey(event: KeyboardEvent): void {
    const steps: Record<string, () => void> = {
      ArrowDown: () => (this.active = Math.min(this.active + 1, this.options.length - 1)),
      ArrowUp: () => (this.active = Math.max(this.active - 1, 0)),
      Enter: () => this.choose(this.options[this.active]?.apiName),
      Escape: () => this.close(),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  }

  handleChoose(event: Event): void {
    this.choose((event.currentTarget as HTMLElement).dataset.name);
  }

  /** Leaving by the Tab key or a click elsewhere closes the list; moving inside it does not. */
  handleFocusOut(event: FocusEvent): void {
    const inside = event.relatedTarget && (event.currentTarget as Node).contains(event.relatedTarget as Node);
    if (!inside) this.open = false;
  }

  /** Keeps the focus in the search while an option is clicked. */
  handlePress(event: Event): void {
    event.preventDefault();
  }

  handlePin(): void {
    this.dispatchEvent(new CustomEvent('pin', { detail: { value: this.selected } }));
  }

  private choose(apiName: string | undefined): void {
    if (!apiName) return;
    this.close();
    this.dispatchEvent(new CustomEvent('select', { detail: { value: apiName } }));
  }

  private close(): void {
    this.open = false;
    this.template?.querySelector<HTMLElement>('[data-trigger]')?.focus();
  }
}
