import { api, LightningElement } from 'lwc';
import { iconOf } from 'platform/fieldInfo';
import { fetchRecord } from 'platform/recordStore';
import { searchByName, type Found } from 'platform/search';

interface Combobox extends HTMLElement {
  reportValidity(): boolean;
  focusAndOpenDropdownIfNotEmpty(): void;
}

/** Finds one record of an object by its name. */
export default class RecordPicker extends LightningElement {
  @api label = '';
  @api objectApiName: string | undefined;
  @api placeholder = 'Search…';
  @api required = false;
  @api disabled = false;
  @api variant: string | undefined;

  found: Found[] = [];
  chosen: Found | undefined;
  text = '';
  searching = false;
  #value: string | null | undefined;
  #search = 0;

  @api
  get value(): string | null | undefined {
    return this.#value;
  }
  set value(recordId: string | null | undefined) {
    if (recordId === this.#value) return;
    this.#value = recordId;
    this.chosen = undefined;
    if (recordId) void this.readName(recordId);
  }

  connectedCallback(): void {
    if (this.#value && !this.chosen) void this.readName(this.#value);
  }

  /** Takes the choice away. */
  @api
  clearSelection(): void {
    this.handleRemove();
  }

  @api
  reportValidity(): boolean {
    return this.combobox?.reportValidity() ?? true;
  }

  get combobox(): Combobox | null | undefined {
    return this.template?.querySelector<Combobox>('lightning-grouped-combobox');
  }

  get icon(): string {
    return iconOf(this.objectApiName ?? '');
  }

  get items() {
    return this.found.map(({ id, name }) => ({
      type: 'option-card',
      value: id,
      text: name,
      iconName: this.icon,
      iconSize: 'small',
    }));
  }

  get pill() {
    return this.chosen ? { iconName: this.icon, label: this.chosen.name } : undefined;
  }

  handleFocus(): void {
    if (this.found.length === 0 && !this.chosen) void this.find('');
  }

  handleTextInput(event: CustomEvent<{ text: string }>): void {
    this.text = event.detail.text;
    void this.find(this.text);
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    this.chosen = this.found.find(({ id }) => id === event.detail.value);
    this.text = '';
    this.announce();
  }

  handleRemove(): void {
    this.chosen = undefined;
    this.announce();
  }

  private announce(): void {
    this.#value = this.chosen?.id ?? null;
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: this.#value } }));
  }

  private async find(text: string): Promise<void> {
    if (!this.objectApiName) return;
    const search = ++this.#search;
    this.searching = true;
    try {
      const found = await searchByName(this.objectApiName, text);
      if (search !== this.#search) return;
      this.found = found;
      // The list opens once it has something to show, which is after the typing that asked for it.
      await Promise.resolve();
      this.combobox?.focusAndOpenDropdownIfNotEmpty();
    } catch (error) {
      this.dispatchEvent(new CustomEvent('error', { detail: error }));
    } finally {
      this.searching = false;
    }
  }

  private async readName(recordId: string): Promise<void> {
    const name = `${this.objectApiName}.Name`;
    try {
      const record = await fetchRecord(recordId, { fields: [], optionalFields: [name] });
      if (this.#value === recordId)
        this.chosen = { id: recordId, name: String(record.fields.Name?.value ?? recordId) };
    } catch {
      // The user may not read it: its Id still shows that something is chosen.
      if (this.#value === recordId) this.chosen = { id: recordId, name: recordId };
    }
  }
}
