import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { OpenModal } from 'lightning/modal';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { MERGE_FIELDS, isBlankHtml } from 'c/csMergeFields';
import { TYPE_OPTIONS, entryOf, templateRecord, unknownText } from './csTemplateFormModel';
import type { EditedTemplate, TemplateEntry } from './csTemplateFormModel';

interface Properties {
  edited: EditedTemplate | undefined;
}

interface Input extends HTMLElement {
  reportValidity(): boolean;
}

interface Editor extends HTMLElement {
  insertTextAtCursor(text: string): void;
}

/** Creates or changes a template. Closes with what was saved, or with nothing when cancelled. */
export default class CsTemplateForm extends LightningModal {
  declare static open: OpenModal<Properties, TemplateEntry>;

  /** The template to change; undefined for a new one. */
  @api edited: EditedTemplate | undefined;

  entry: TemplateEntry = entryOf(undefined);
  types = TYPE_OPTIONS;
  mergeFields = MERGE_FIELDS.map(({ name, label }) => ({ name, label: `${label}: {{${name}}}` }));
  isSaving = false;
  isBodyMissing = false;
  error: unknown;

  connectedCallback(): void {
    this.entry = entryOf(this.edited);
  }

  get isEmail(): boolean {
    return this.entry.type === 'Email';
  }

  get bodyIsValid(): boolean {
    return !this.isBodyMissing;
  }

  get unknownText(): string {
    return unknownText(this.entry);
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    const { field } = (event.currentTarget as HTMLElement).dataset;
    this.entry = { ...this.entry, [field as keyof TemplateEntry]: event.detail.value };
    if (!isBlankHtml(this.entry.body)) this.isBodyMissing = false;
  }

  handleMergeField(event: CustomEvent<{ value: string }>): void {
    this.editor?.insertTextAtCursor(`{{${event.detail.value}}}`);
  }

  handleCancel(): void {
    this.close(undefined);
  }

  async handleSave(): Promise<void> {
    this.isBodyMissing = isBlankHtml(this.entry.body);
    const inputsAreValid = this.inputs.map((input) => input.reportValidity()).every(Boolean);
    if (this.isBodyMissing || !inputsAreValid || this.isSaving) return;
    this.isSaving = true;
    this.error = undefined;
    try {
      const input = templateRecord(this.entry, this.edited?.id);
      await (this.edited ? updateRecord(input) : createRecord(input));
      await this.close(this.entry);
    } catch (error) {
      // The dialog stays open with what was written.
      this.error = error;
    } finally {
      this.isSaving = false;
    }
  }

  get inputs(): Input[] {
    return [...(this.template?.querySelectorAll<Input>('lightning-input, lightning-combobox') ?? [])];
  }

  get editor(): Editor | null {
    return this.template?.querySelector<Editor>('lightning-input-rich-text') ?? null;
  }
}
