import { readObjectInfo, readPicklistValues } from 'lightning/uiObjectInfoApi';
import { fieldsToRead, type ObjectInfo } from 'platform/fieldInfo';
import { onRecordChange } from 'platform/recordEvents';
import { fetchRecord, sameRecord, type RecordRepresentation } from 'platform/recordStore';

/** What a form tells each of its fields. */
export interface FormState {
  objectInfo: ObjectInfo;
  record: RecordRepresentation | undefined;
  picklists: Record<string, { values: { label: string; value: string }[] }>;
}

/** A field as it makes itself known to its form, by a `privateregisterfield` event. */
export interface FormField {
  name: () => string;
  show: (state: FormState) => void;
  /** Inputs only: the value to save, undefined while untouched. */
  changedValue?: () => unknown;
  showErrors?: (messages: string[]) => void;
  reportValidity?: () => boolean;
  isConnected: () => boolean;
}

interface FormTarget {
  recordId: string | undefined;
  objectApiName: string | undefined;
}

/** Reads the record and the metadata that the registered fields need, and keeps them up to date. */
export class RecordFormModel {
  #fields = new Set<FormField>();
  #target: FormTarget = { recordId: undefined, objectApiName: undefined };
  #state: FormState | undefined;
  #scheduled = false;
  #question = 0;
  #stop: (() => void) | undefined;
  #onLoad: (state: FormState) => void;
  #onError: (error: unknown) => void;

  constructor(onLoad: (state: FormState) => void, onError: (error: unknown) => void) {
    this.#onLoad = onLoad;
    this.#onError = onError;
  }

  get fields(): FormField[] {
    return [...this.#fields].filter((field) => field.isConnected());
  }

  connect(): void {
    this.#stop = onRecordChange((ids) => {
      const { recordId } = this.#target;
      if (recordId && ids.some((id) => sameRecord(id, recordId))) this.schedule();
    });
  }

  disconnect(): void {
    this.#stop?.();
    this.#question += 1;
  }

  aim(target: FormTarget): void {
    this.#target = target;
    this.schedule();
  }

  register(field: FormField): void {
    this.#fields.add(field);
    if (this.#state) field.show(this.#state);
    this.schedule();
  }

  /** Fields register one by one; one read serves those that come together. */
  private schedule(): void {
    // An answer that is still on its way does not tell of what changed, or lacks a field.
    this.#question += 1;
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      void this.load();
    });
  }

  private async load(): Promise<void> {
    const { recordId, objectApiName } = this.#target;
    const question = this.#question;
    if (!objectApiName || this.fields.length === 0) return;
    try {
      const objectInfo = await readObjectInfo<ObjectInfo>(objectApiName);
      const names = this.fields.map((field) => field.name());
      const [record, picklists] = await Promise.all([
        recordId
          ? fetchRecord(recordId, { fields: [], optionalFields: readable(objectInfo, names) })
          : undefined,
        this.readPicklists(objectInfo, names),
      ]);
      if (question !== this.#question) return;
      this.#state = { objectInfo, record, picklists };
      for (const field of this.fields) field.show(this.#state);
      this.#onLoad(this.#state);
    } catch (error) {
      if (question === this.#question) this.#onError(error);
    }
  }

  private async readPicklists(info: ObjectInfo, names: string[]): Promise<FormState['picklists']> {
    const wanted = names.some((name) => /picklist/i.test(info.fields[name]?.dataType ?? ''));
    const editable = this.fields.some((field) => field.changedValue);
    if (!wanted || !editable) return {};
    const recordTypeId = info.defaultRecordTypeId ?? '012000000000000AAA';
    const answer = await readPicklistValues<{ picklistFieldValues: FormState['picklists'] }>(
      info.apiName,
      recordTypeId,
    );
    return answer.picklistFieldValues;
  }
}

function readable(info: ObjectInfo, names: string[]): string[] {
  const fields = fieldsToRead(info, [...new Set(names)]);
  return fields.length ? fields : [`${info.apiName}.Id`];
}
