import { api, LightningElement } from 'lwc';

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
  @api labelVisible = false;

  commands = COMMANDS;
  #value = '';

  @api
  get value(): string {
    return this.#value;
  }
  set value(value: string | null | undefined) {
    this.#value = value ?? '';
    if (this.editor && this.editor.innerHTML !== this.#value) this.editor.innerHTML = this.#value;
  }

  get editor(): HTMLElement | null | undefined {
    return this.template?.querySelector<HTMLElement>('[data-editor]');
  }

  get editable(): string {
    return this.disabled ? 'false' : 'true';
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
