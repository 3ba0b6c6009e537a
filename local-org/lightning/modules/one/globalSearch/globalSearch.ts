import { LightningElement } from 'lwc';
import { goToUrl } from 'platform/location';
import { NewestAnswer } from 'platform/newestAnswer';
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
  #search = new NewestAnswer();

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
    if (this.text.trim().length < MINIMUM_LENGTH) return this.stop();
    this.searching = true;
    const ending = await this.#search.take(searchByName('Account', this.text.trim()));
    if (!ending) return;
    this.searching = false;
    // Without access to accounts nothing is found, which is what the list says.
    await this.show(ending.value ?? []);
  }

  /** The list opens once it has something to show, which is after the typing that asked for it. */
  private async show(found: Found[]): Promise<void> {
    this.found = found;
    await Promise.resolve();
    // Whoever has gone on in the page meanwhile is not called back to the search.
    if (!this.template?.activeElement) return;
    this.template?.querySelector<Combobox>('lightning-grouped-combobox')?.focusAndOpenDropdownIfNotEmpty();
  }

  /** What is still being looked for must not open the list over the page that was chosen. */
  private stop(): void {
    this.#search.drop();
    this.searching = false;
    this.found = [];
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    this.text = '';
    this.stop();
    goToUrl(`/lightning/r/Account/${event.detail.value}/view`);
  }
}
