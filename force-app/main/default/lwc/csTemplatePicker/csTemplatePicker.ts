import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { TEMPLATE_SEARCH, templatesIn } from './csTemplatePickerQuery';
import type { Template, TemplateAnswer } from './csTemplatePickerQuery';
import { moveActive, optionViews, statusOf } from './csTemplatePickerModel';
import type { OptionView } from './csTemplatePickerModel';

export type { Template } from './csTemplatePickerQuery';

/** While someone types on, the org is not asked. */
const TYPING_PAUSE_MS = 250;

/**
 * Finds an active template while its name is typed.
 *
 * @fires choose with `detail`, the `Template` chosen
 */
export default class CsTemplatePicker extends LightningElement {
  /** `Note` or `Email`: templates of this type are offered. */
  @api type = 'Note';

  /** What the field is called. */
  @api label = 'Insert a template';

  text = '';
  templates: Template[] | undefined;
  errors: unknown;
  isOpen = false;
  activeIndex = -1;
  #typing: ReturnType<typeof setTimeout> | undefined;

  // Nothing is asked before the field is used: most notes begin without a template.
  variables: Record<string, unknown> | undefined;

  @wire(graphql, { query: TEMPLATE_SEARCH, variables: '$variables' })
  receive({ data, errors }: GraphQlResult): void {
    this.errors = errors;
    if (!data) return;
    this.templates = templatesIn(data as TemplateAnswer);
    this.activeIndex = -1;
  }

  disconnectedCallback(): void {
    clearTimeout(this.#typing);
  }

  get options(): OptionView[] {
    return optionViews(this.templates ?? [], this.activeIndex);
  }

  get showsList(): boolean {
    return this.isOpen && this.options.length > 0;
  }

  get status(): string {
    return this.isOpen && !this.errors ? statusOf(this.templates, this.text) : '';
  }

  get expanded(): string {
    return String(this.showsList);
  }

  get comboboxClass(): string {
    const base = 'slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click';
    return this.showsList ? `${base} slds-is-open` : base;
  }

  get activeOption(): string | undefined {
    return this.options.find(({ isActive }) => isActive)?.key;
  }

  handleFocus(): void {
    this.isOpen = true;
    this.ask();
  }

  handleBlur(): void {
    this.isOpen = false;
  }

  handleInput(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    this.isOpen = true;
    clearTimeout(this.#typing);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- a pause in typing is an amount of time
    this.#typing = setTimeout(() => this.ask(), TYPING_PAUSE_MS);
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.isOpen = true;
      this.activeIndex = moveActive(this.activeIndex, event.key, this.options.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.choose(this.activeIndex);
    } else if (event.key === 'Escape' && this.showsList) {
      // Closes the list, not the dialog around it.
      event.stopPropagation();
      this.isOpen = false;
    }
  }

  /** Before the field loses focus, which would close the list. */
  handleOptionMousedown(event: Event): void {
    event.preventDefault();
    this.choose(Number((event.currentTarget as HTMLElement).dataset.index));
  }

  ask(): void {
    this.variables = { type: this.type, search: `%${this.text.trim()}%` };
  }

  choose(index: number): void {
    const template = this.templates?.[index];
    if (!template) return;
    this.isOpen = false;
    this.activeIndex = -1;
    this.text = '';
    this.dispatchEvent(new CustomEvent('choose', { detail: template }));
  }
}
