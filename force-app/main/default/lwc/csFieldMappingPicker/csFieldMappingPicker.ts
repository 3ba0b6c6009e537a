import { LightningElement, api } from 'lwc';
import type { OwnField } from 'c/csFieldMappingRules';
import { matching, moveActive, optionViews, statusOf } from './csFieldMappingPickerModel';
import type { OptionView } from './csFieldMappingPickerModel';

/**
 * Finds a field of the account while its label or API name is typed.
 *
 * @fires choose with `detail`, the `OwnField` chosen
 */
export default class CsFieldMappingPicker extends LightningElement {
  /** What the input is called. */
  @api label = 'Field';

  /** What the input takes, below it. */
  @api help = '';

  /** The fields to choose from. */
  @api options: readonly OwnField[] = [];

  /** The field chosen; undefined while none is. */
  @api
  get chosen(): OwnField | undefined {
    return this.#chosen;
  }
  set chosen(chosen: OwnField | undefined) {
    this.#chosen = chosen;
    this.text = chosen?.label ?? '';
  }

  text = '';
  isOpen = false;
  /** Whether the text was typed: what stands there of a choice narrows nothing. */
  isTyped = false;
  activeIndex = -1;
  #chosen: OwnField | undefined;

  get found(): OwnField[] {
    return matching(this.options, this.isTyped ? this.text : '');
  }

  get views(): OptionView[] {
    return optionViews(this.found, this.activeIndex);
  }

  get showsList(): boolean {
    return this.isOpen && this.found.length > 0;
  }

  get status(): string {
    return this.isOpen ? statusOf(this.options, this.found, this.text) : this.help;
  }

  get expanded(): string {
    return String(this.showsList);
  }

  get comboboxClass(): string {
    const base = 'slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click';
    return this.showsList ? `${base} slds-is-open` : base;
  }

  get activeOption(): string | undefined {
    return this.views.find(({ isActive }) => isActive)?.key;
  }

  handleFocus(): void {
    this.isOpen = true;
  }

  handleBlur(): void {
    this.isOpen = false;
    this.isTyped = false;
    this.activeIndex = -1;
    // What was typed without choosing chooses nothing.
    this.text = this.#chosen?.label ?? '';
  }

  handleInput(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    this.isTyped = true;
    this.isOpen = true;
    this.activeIndex = -1;
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.isOpen = true;
      this.activeIndex = moveActive(this.activeIndex, event.key, this.found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.choose(this.activeIndex);
    } else if (event.key === 'Escape' && this.showsList) {
      // Closes the list, not the dialog around it.
      event.stopPropagation();
      this.isOpen = false;
    }
  }

  /** Before the input loses focus, which would close the list. */
  handleOptionMousedown(event: Event): void {
    event.preventDefault();
    this.choose(Number((event.currentTarget as HTMLElement).dataset.index));
  }

  choose(index: number): void {
    const field = this.found[index];
    if (!field) return;
    this.isOpen = false;
    this.isTyped = false;
    this.activeIndex = -1;
    this.text = field.label;
    this.dispatchEvent(new CustomEvent('choose', { detail: field }));
  }
}
