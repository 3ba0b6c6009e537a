import { LightningElement } from 'lwc';
import { goToUrl } from 'platform/location';
import { searchByName, type Found } from 'platform/search';

const MINIMUM_LENGTH = 2;

interface Combobox extends HTMLElement {
  focusAndOpenDropdownIfNotEmpty(): void;
}

/** Finds accounts by name. */
export default class GlobalSearch extends LightningElement {
  found: Found[] = [];
  text = '';
  searching = false;
  #search = 0;

  get items() {
    const accounts = this.found.map(({ id, name }) => ({
      type: 'option-card',
      value: id,
      text: name,
      subText: 'Account',
      iconName: 'standard:account',
      iconSize: 'small',
    }));
    return accounts.length ? [{ label: 'Accounts', items: accounts }] : [];
  }

  async handleTextInput(event: CustomEvent<{ text: string }>): Promise<void> {
    this.text = event.detail.text;
    const search = ++this.#search;
    if (this.text.trim().length < MINIMUM_LENGTH) {
      this.found = [];
      return;
    }
    this.searching = true;
    try {
      const found = await searchByName('Account', this.text.trim());
      if (search === this.#search) await this.show(found);
    } catch {
      // Without access to accounts nothing is found, which is what the list says.
      this.found = [];
    } finally {
      if (search === this.#search) this.searching = false;
    }
  }

  /** The list opens once it has something to show, which is after the typing that asked for it. */
  private async show(found: Found[]): Promise<void> {
    this.found = found;
    await Promise.resolve();
    this.template?.querySelector<Combobox>('lightning-grouped-combobox')?.focusAndOpenDropdownIfNotEmpty();
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    this.text = '';
    this.found = [];
    goToUrl(`/lightning/r/Account/${event.detail.value}/view`);
  }
}
