import { api, LightningElement } from 'lwc';
import { iconOf } from 'platform/fieldInfo';
import { NewestAnswer } from 'platform/newestAnswer';
import { fetchRecord } from 'platform/recordStore';
import { searchByName, type Found } from 'platform/search';

interface Combobox extends HTMLElement {
  reportValidity(): boolean;
  focusAndOpenDropdownIfNotEmpty(): void;
}

/** Finds one record of an object by its name. */
export default class RecordPicker extends LightningElement {
  @api label = '';
  @api placeholder = 'Search…';
  @api required = false;
  @api disabled = false;
  @api variant: string | undefined;

  found: Found[] = [];
  chosen: Found | undefined;
  text = '';
  searching = false;
  #value: string | null | undefined;
  #objectApiName: string | undefined;
  #search = new NewestAnswer();
  #naming = new NewestAnswer();

  @api
  get objectApiName(): string | undefined {
    return this.#objectApiName;
  }
  set objectApiName(name: string | undefined) {
    if (name === this.#objectApiName) return;
    this.#objectApiName = name;
    this.stopSearching();
    this.found = [];
    void this.showChosen();
  }

  @api
  get value(): string | null | undefined {
    return this.#value;
  }
  set value(recordId: string | null | undefined) {
    if (recordId === this.#value) return;
    this.#value = recordId;
    void this.showChosen();
  }

  connectedCallback(): void {
    if (!this.chosen) void this.showChosen();
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
    this.stopSearching();
    this.#naming.drop();
    this.#value = this.chosen?.id ?? null;
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: this.#value } }));
  }

  private async find(text: string): Promise<void> {
    if (!this.objectApiName) return;
    this.searching = true;
    const ending = await this.#search.take(searchByName(this.objectApiName, text));
    if (!ending) return;
    this.searching = false;
    if (!ending.value) return void this.dispatchEvent(new CustomEvent('error', { detail: ending.error }));
    this.found = ending.value;
    // The list opens once it has something to show, which is after the typing that asked for it.
    await Promise.resolve();
    // Whoever has left the field meanwhile is not called back to it.
    if (this.template?.activeElement) this.combobox?.focusAndOpenDropdownIfNotEmpty();
  }

  /** What is still being looked for must not open the list once something was chosen. */
  private stopSearching(): void {
    this.#search.drop();
    this.searching = false;
  }

  /** Names the record that is set. Attributes come one by one: before both are there, there is nothing to ask. */
  private async showChosen(): Promise<void> {
    this.chosen = undefined;
    this.#naming.drop();
    if (!this.isConnected || !this.#value || !this.#objectApiName) return;
    const id = this.#value;
    const name = await this.#naming.take(readName(id, this.#objectApiName));
    if (name) this.chosen = { id, name: name.value ?? id };
  }
}

/** The record's name; its Id where the user may not read it, which still shows that something is chosen. */
async function readName(recordId: string, objectApiName: string): Promise<string> {
  try {
    const record = await fetchRecord(recordId, { fields: [], optionalFields: [`${objectApiName}.Name`] });
    return String(record.fields.Name?.value ?? recordId);
  } catch {
    return recordId;
  }
}
