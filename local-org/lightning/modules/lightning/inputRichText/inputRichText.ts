import { api, LightningElement } from 'lwc';
import sanitizeHtml from 'lightning/purifyLib';

const COMMANDS = [
  { name: 'bold', label: 'Bold', icon: 'utility:bold' },
  { name: 'italic', label: 'Italic', icon: 'utility:italic' },
  { name: 'underline', label: 'Underline', icon: 'utility:underline' },
  { name: 'insertUnorderedList', label: 'Bulleted list', icon: 'utility:list' },
  { name: 'insertOrderedList', label: 'Numbered list', icon: 'utility:number_input' },
];

/** Text with the formats that the platform's editor shares with every browser. */
export default class InputRichText extends LightningElement {
  @api label = '';
  @api placeholder = '';
  @api disabled = false;
  /** Without it the label is for screen readers only, as on the platform. */
  @api labelVisible = false;
  @api required = false;
  /** False shows `messageWhenBadInput`: the platform's editor leaves validation to its page. */
  @api valid: boolean | undefined;
  @api messageWhenBadInput = '';

  commands = COMMANDS;
  #value = '';

  @api
  get value(): string {
    return this.#value;
  }
  set value(value: string | null | undefined) {
    if ((value ?? '') === this.#value) return;
    // What is stored may hold more than an editor makes: scripts and handlers never reach the page.
    this.#value = sanitizeHtml(value ?? '');
    if (this.editor) this.editor.innerHTML = this.#value;
  }

  /** Writes text where the cursor stands, or at the end before there was one. */
  @api
  insertTextAtCursor(text: string): void {
    this.editor?.focus();
    document.execCommand('insertText', false, text);
    this.handleInput();
  }

  get editor(): HTMLElement | null | undefined {
    return this.template?.querySelector<HTMLElement>('[data-editor]');
  }

  get editable(): string {
    return this.disabled ? 'false' : 'true';
  }

  get labelClass(): string {
    return this.labelVisible ? 'slds-form-element__label' : 'slds-assistive-text';
  }

  get elementClass(): string {
    return this.isBad ? 'slds-form-element slds-has-error' : 'slds-form-element';
  }

  get isBad(): boolean {
    return this.valid === false;
  }

  renderedCallback(): void {
    if (this.editor && this.editor.innerHTML === '' && this.#value) this.editor.innerHTML = this.#value;
  }

  handleCommand(event: Event): void {
    event.preventDefault();
    document.execCommand((event.currentTarget as HTMLElement).dataset.command ?? '');
    this.handleInput();
  }

  handleInput(): void {
    this.#value = this.editor?.innerHTML ?? '';
    this.dispatchEvent(new CustomEvent('change', { detail: { value: this.#value } }));
  }
}
