import { announceRecordChange, onRecordChange } from 'platform/recordEvents';
import { fetchRecord, insertRecord, removeRecord, saveRecord, sameRecord } from 'platform/recordStore';
import type { FieldValueRepresentation, RecordRepresentation } from 'platform/recordStore';
import { createWireAdapter } from 'platform/wireAdapter';
import { fieldPath, qualifiedNames, type FieldReference } from './fieldNames.ts';

interface GetRecordConfig {
  recordId: string;
  fields?: FieldReference | FieldReference[];
  optionalFields?: FieldReference | FieldReference[];
  layoutTypes?: string | string[];
}

/** Reads one record with the named fields, or with those of its layouts. https://developer.salesforce.com/docs/platform/lwc/guide/reference-wire-adapters-record.html */
export const getRecord = createWireAdapter<GetRecordConfig, RecordRepresentation>({
  required: ['recordId'],
  load: ({ recordId, fields, optionalFields, layoutTypes = [] }) => {
    const selection = { fields: qualifiedNames(fields), optionalFields: qualifiedNames(optionalFields) };
    return fetchRecord(recordId, { ...selection, layoutTypes: [layoutTypes].flat() });
  },
  watch: ({ recordId }, changed) =>
    onRecordChange((ids) => {
      if (ids.some((id) => sameRecord(id, recordId))) changed();
    }),
});

interface GetRecordsConfig {
  records: { recordIds: string[]; fields?: FieldReference[]; optionalFields?: FieldReference[] }[];
}

/** Reads several records; one that cannot be read is reported in its place. */
export const getRecords = createWireAdapter<GetRecordsConfig, { results: unknown[] }>({
  required: ['records'],
  load: async ({ records }) => {
    const requests = records.flatMap(({ recordIds, fields, optionalFields }) => {
      const selection = { fields: qualifiedNames(fields), optionalFields: qualifiedNames(optionalFields) };
      return recordIds.map((id) => fetchRecord(id, selection));
    });
    const settled = await Promise.allSettled(requests);
    return {
      results: settled.map((one) =>
        one.status === 'fulfilled'
          ? { statusCode: 200, result: one.value }
          : {
              statusCode: (one.reason as { status: number }).status,
              result: (one.reason as { body: unknown }).body,
            },
      ),
    };
  },
  watch: ({ records }, changed) =>
    onRecordChange((ids) => {
      const shown = records.flatMap(({ recordIds }) => recordIds);
      if (ids.some((id) => shown.some((one) => sameRecord(one, id)))) changed();
    }),
});

function readField(
  record: RecordRepresentation,
  field: FieldReference,
): FieldValueRepresentation | undefined {
  let found: FieldValueRepresentation | undefined;
  let fields: RecordRepresentation['fields'] | undefined = record?.fields;
  for (const name of fieldPath(field)) {
    found = fields?.[name];
    fields = (found?.value as RecordRepresentation | null | undefined)?.fields;
  }
  return found;
}

/** A field's value, over lookups too; undefined when the record was read without it. */
export function getFieldValue(record: RecordRepresentation, field: FieldReference): unknown {
  return readField(record, field)?.value;
}

/** A field's value as the user reads it, or undefined. */
export function getFieldDisplayValue(
  record: RecordRepresentation,
  field: FieldReference,
): string | null | undefined {
  return readField(record, field)?.displayValue;
}

interface RecordInput {
  apiName?: string;
  fields: Record<string, unknown>;
}

/** Creates a record of `apiName`. */
export function createRecord({ apiName, fields }: RecordInput): Promise<RecordRepresentation> {
  if (!apiName) throw new TypeError('createRecord: recordInput.apiName is missing.');
  return insertRecord(apiName, fields);
}

/**
 * Saves the fields of the record whose Id is among them; with `ifUnmodifiedSince` only if nobody has changed it since.
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-update-record.html
 */
export function updateRecord(
  { fields }: RecordInput,
  clientOptions?: { ifUnmodifiedSince?: string },
): Promise<RecordRepresentation> {
  const { Id: recordId, ...values } = fields;
  if (typeof recordId !== 'string') throw new TypeError('updateRecord: recordInput.fields.Id is missing.');
  return saveRecord(recordId, values, clientOptions?.ifUnmodifiedSince);
}

/** Deletes a record. */
export function deleteRecord(recordId: string): Promise<void> {
  return removeRecord(recordId);
}

/** Tells the page that records changed other than through it; every wire that shows them reads again. */
export async function notifyRecordUpdateAvailable(items: { recordId: string }[]): Promise<void> {
  announceRecordChange(items.map(({ recordId }) => recordId));
}

/** The earlier name of `notifyRecordUpdateAvailable`. */
export function getRecordNotifyChange(items: { recordId: string }[]): void {
  announceRecordChange(items.map(({ recordId }) => recordId));
}

interface ObjectInfoFields {
  fields: Record<string, { apiName: string; createable: boolean; updateable: boolean }>;
}

function editableValues(
  record: RecordRepresentation,
  allowed: (name: string) => boolean,
): Record<string, unknown> {
  const entries = Object.entries(record.fields).filter(([name]) => allowed(name));
  return Object.fromEntries(entries.map(([name, { value }]) => [name, value]));
}

/** The input that `createRecord` would need to make a copy of a record. */
export function generateRecordInputForCreate(
  record: RecordRepresentation,
  objectInfo?: ObjectInfoFields,
): RecordInput {
  const fields = editableValues(record, (name) => objectInfo?.fields[name]?.createable ?? name !== 'Id');
  return { apiName: record.apiName, fields };
}

/** The input that `updateRecord` would need to save a record again. */
export function generateRecordInputForUpdate(
  record: RecordRepresentation,
  objectInfo?: ObjectInfoFields,
): RecordInput {
  const fields = editableValues(record, (name) => objectInfo?.fields[name]?.updateable ?? true);
  return { apiName: record.apiName, fields: { ...fields, Id: record.id } };
}

/** An input of the fields that differ from an earlier one, the Id always among them. */
export function createRecordInputFilteredByEditedFields(
  input: RecordInput,
  original: RecordRepresentation,
): RecordInput {
  const edited = Object.entries(input.fields).filter(
    ([name, value]) => name === 'Id' || original.fields[name]?.value !== value,
  );
  return { ...input, fields: Object.fromEntries(edited) };
}
