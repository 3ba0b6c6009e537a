import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { openRecordModal } from 'one/quickActions';
import { fieldsToRead, iconOf, labelOf, type FieldInfo, type ObjectInfo } from 'platform/fieldInfo';
import { goTo } from 'platform/location';
import type { RecordRepresentation } from 'platform/recordStore';
import { fieldsOf, readRecordLayout } from 'platform/recordLayout';
import { rememberRecord } from 'platform/recentRecords';
import { messageOf } from 'platform/shellData';

/** The actions that the platform's own layouts of these objects offer. */
const WITH_ACTIVITIES = new Set(['Account', 'Case']);
const ACTIVITY_ACTIONS = [
  { apiName: 'Global.NewTask', label: 'New Task' },
  { apiName: 'Global.LogACall', label: 'Log a Call' },
];

/** The head of a record: its name, its most telling fields, and what can be done with it. */
export default class HighlightsPanel extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  compact: string[] | undefined;
  info: ObjectInfo | undefined;
  record: RecordRepresentation | undefined;
  error: string | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  readInfo({ data, error }: { data?: ObjectInfo; error?: unknown }): void {
    this.info = data;
    if (error) this.error = messageOf(error);
  }

  @wire(getRecord, { recordId: '$recordId', fields: '$nameFields', optionalFields: '$fieldNames' })
  readRecord({ data, error }: { data?: RecordRepresentation; error?: unknown }): void {
    if (data) this.record = data;
    this.error = error ? messageOf(error) : undefined;
    if (data) this.nameThePage();
  }

  async connectedCallback(): Promise<void> {
    try {
      this.compact = fieldsOf(await readRecordLayout(this.objectApiName ?? '', 'Compact'));
    } catch (error) {
      this.error = messageOf(error);
    }
  }

  get nameFields(): string[] | undefined {
    return this.info && [`${this.info.apiName}.${this.nameField}`];
  }

  get fieldNames(): string[] | undefined {
    return this.info && this.compact && fieldsToRead(this.info, this.compact);
  }

  get nameField(): string {
    const names = this.info?.nameFields ?? [];
    return names.includes('Name') ? 'Name' : (names[0] ?? 'Id');
  }

  /** The field that a compact layout starts with stands for the record, as a case's subject does. */
  get name(): string {
    const { fields = {} } = this.record ?? {};
    return String(fields[this.compact?.[0] ?? '']?.value ?? fields[this.nameField]?.value ?? '');
  }

  get icon(): string {
    return iconOf(this.objectApiName ?? '');
  }

  get objectLabel(): string {
    return this.info?.label ?? '';
  }

  get canEdit(): boolean {
    return this.info?.updateable ?? false;
  }

  get details(): { name: string; label: string; info: FieldInfo }[] {
    const [, ...shown] = this.compact ?? [];
    return shown.flatMap((name) => {
      const info = this.info?.fields[name];
      return info && this.record ? [{ name, label: labelOf(info), info }] : [];
    });
  }

  get actions(): typeof ACTIVITY_ACTIONS {
    return WITH_ACTIVITIES.has(this.objectApiName ?? '') ? ACTIVITY_ACTIONS : [];
  }

  handleAction(event: Event): void {
    const apiName = (event.currentTarget as HTMLElement).dataset.action ?? '';
    goTo({ type: 'standard__quickAction', attributes: { apiName }, state: {} });
  }

  handleEdit(): void {
    void openRecordModal({ objectApiName: this.objectApiName!, recordId: this.recordId });
  }

  private nameThePage(): void {
    if (this.name)
      rememberRecord({ id: this.recordId!, objectApiName: this.objectApiName!, name: this.name });
    const detail = { title: `${this.name} | ${this.objectLabel}`, objectApiName: this.objectApiName };
    this.dispatchEvent(new CustomEvent('pagenamed', { detail, bubbles: true, composed: true }));
  }
}
